import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { encodeContextId } from "@skill-call/call-context";
import { billingQueue, Desk, fallbackQueue } from "../test/support/contact.ts";
import { answerKeys } from "./answer.ts";

const next = (tried: string) => ({ parameters: { step: "next", tried } });

test("a callback goes to the first destination of its rule, with everything that the flow reads", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  expect(await desk.ask(contextId)).toEqual({
    route: "pstn",
    number: "+12045550101",
    queueArn: "none",
    callerId: "+16075550111",
    greeting: "This is Example Support, calling back about billing. Press 1 to be connected.",
    screen: "yes",
    apology: "We are sorry, nobody can take your call right now. Please try again later. Goodbye.",
    userToUser: encodeContextId(contextId),
    whisper: "Joséphine Tremblay is calling about billing.",
    voice: "Joanna",
    tried: "1",
  });
  expect(desk.storeUses).toEqual(["claim"]);
  expect(await desk.statusOf(contextId)).toBe("claimed");
  expect(desk.metrics).toEqual([
    { name: "ContextsClaimed" },
    { name: "CallsRouted", destination: "pstn" },
  ]);
});

test("destinations are tried in order, then the fallback queue, then there is an apology", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const answers = [await desk.ask(contextId)];
  while (answers.length < 5) {
    answers.push(await desk.ask(contextId, next(answers.at(-1)?.tried ?? "")));
  }
  expect(answers.map(({ route, number, queueArn }) => [route, number, queueArn])).toEqual([
    ["pstn", "+12045550101", "none"],
    ["queue", "none", billingQueue],
    ["queue", "none", fallbackQueue],
    ["none", "none", "none"],
    ["none", "none", "none"],
  ]);
  expect(await desk.statusOf(contextId)).toBe("failed");
});

test("the fallback queue is not tried twice", async () => {
  const desk = new Desk();
  const contextId = await desk.stored({ reason: { id: "sales" } });
  expect((await desk.ask(contextId)).queueArn).toBe(fallbackQueue);
  expect((await desk.ask(contextId, next("1"))).route).toBe("none");
});

test("the same event again gets the same answer: Connect invokes up to three times", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const first = await desk.ask(contextId);
  expect(await desk.ask(contextId)).toEqual(first);
  const second = await desk.ask(contextId, next("1"));
  expect(await desk.ask(contextId, next("1"))).toEqual(second);
});

test.each<[Record<string, string>, string]>([
  [{ step: "next" }, billingQueue],
  [{ step: "next", tried: "0" }, billingQueue],
  [{ step: "next", tried: "-1" }, billingQueue],
  [{ step: "next", tried: "many" }, billingQueue],
  [{ step: "next", tried: "2" }, fallbackQueue],
])("with %j the next is %s", async (parameters, queueArn) => {
  const desk = new Desk();
  expect((await desk.ask(await desk.stored(), { parameters })).queueArn).toBe(queueArn);
});

test.each([{}, { step: "" }, { step: "dance" }, { step: "route" }])(
  "with the parameters %j it is asked where to go",
  async (parameters: Record<string, string>) => {
    const desk = new Desk();
    const answer = await desk.ask(await desk.stored(), { parameters });
    expect(answer.number).toBe("+12045550101");
  },
);

test("a later segment of the contact finds its context, another contact does not", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  await desk.ask(contextId);
  const segment = await desk.ask(contextId, { contact: { ContactId: "second-segment" } });
  expect(segment.number).toBe("+12045550101");
  const replay = await desk.ask(contextId, { contact: { InitialContactId: "another" } });
  expect(replay).toMatchObject({ number: "+12045550199", whisper: "none", userToUser: "none" });
  expect(desk.metrics).toContainEqual({ name: "ContextsMissing", reason: "already-claimed" });
});

test("who dialled in goes to otherwise, is welcomed, and costs no request", async () => {
  const desk = new Desk();
  expect(await desk.ask(undefined)).toMatchObject({
    route: "pstn",
    number: "+12045550199",
    greeting: "Thank you for calling Example Support. One moment, please.",
    screen: "no",
    whisper: "none",
    userToUser: "none",
  });
  expect(desk.storeUses).toEqual([]);
  expect(desk.metrics[0]).toEqual({ name: "OrdinaryCalls" });
});

test("a contact that a skill started and that has no ID has lost its context", async () => {
  const desk = new Desk();
  await desk.ask(undefined, { contact: { InitiationMethod: "API" } });
  expect(desk.metrics[0]).toEqual({ name: "ContextsMissing", reason: "no-context-id" });
});

test("a contact of a deployment's rehearsal is answered as any other, and not counted", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const contact = { ContactId: "rehearsal-1", InitialContactId: "rehearsal-1" };
  expect((await desk.ask(contextId, { contact })).number).toBe("+12045550101");
  expect(await desk.statusOf(contextId)).toBe("claimed");
  expect(desk.metrics).toEqual([]);
});

test("an ID that nobody knows goes to otherwise", async () => {
  const desk = new Desk();
  expect((await desk.ask("0f8e6a1c2b7d4e5f90a1b2c3d4e5f607")).number).toBe("+12045550199");
  expect(desk.metrics[0]).toEqual({ name: "ContextsMissing", reason: "not-found" });
});

test("a task is not put through to a number", async () => {
  const desk = new Desk();
  const task = { contact: { Channel: "TASK", CustomerEndpoint: null, SystemEndpoint: null } };
  const contextId = await desk.stored();
  expect(await desk.ask(contextId, task)).toMatchObject({
    route: "queue",
    queueArn: billingQueue,
    callerId: "none",
    screen: "no",
  });
});

test("nobody pressed a key: the call has failed, and nothing more happens", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  await desk.ask(contextId);
  const answer = await desk.ask(contextId, { parameters: { step: "nobody" } });
  expect(answer).toMatchObject({ route: "none", number: "none", queueArn: "none" });
  expect(await desk.statusOf(contextId)).toBe("failed");
  expect(desk.metrics.at(-1)).toEqual({ name: "NobodyAnswered" });
});

test("an agent hears who calls and why, and the call is connected", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  await desk.ask(contextId);
  const answer = await desk.ask(contextId, { parameters: { step: "whisper" } });
  expect(answer).toMatchObject({
    route: "none",
    whisper: "Joséphine Tremblay is calling about billing.",
  });
  expect(await desk.statusOf(contextId)).toBe("connected");
});

// Seed 1001, call 3321.
test("an agent's contact whose start seemed to fail stays failed, and the log says so", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  await desk.store.advance(contextId, "failed", { onlyUnclaimed: true });
  await desk.ask(contextId);
  await desk.ask(contextId, { parameters: { step: "whisper" } });
  expect(await desk.statusOf(contextId)).toBe("failed");
  const [told = "", ...others] = desk.logLines.filter((line) => line.includes("status-refused"));
  expect(JSON.parse(told)).toMatchObject({ level: "warn", status: "connected" });
  expect(others).toEqual([]);
});

test.each<[string, string, string]>([
  [
    "en-US",
    "This is Example Support, calling back about billing. Press 1 to be connected.",
    "Joanna",
  ],
  [
    "en-CA",
    "This is Example Support, calling back about billing. Press 1 to be connected.",
    "Joanna",
  ],
  [
    "es-US",
    "Le llamamos de Example Support por un tema de facturación. Oprima 1 para que le comuniquemos.",
    "Lupe",
  ],
  [
    "fr-CA",
    "Ici Example Support. Nous vous rappelons au sujet de la facturation. Appuyez sur le 1 pour être mis en communication.",
    "Chantal",
  ],
  [
    "de-DE",
    "This is Example Support, calling back about billing. Press 1 to be connected.",
    "Joanna",
  ],
])("a caller of %s is greeted in their language", async (locale, greeting, voice) => {
  const desk = new Desk();
  const contextId = await desk.stored({ locale: locale as "en-US" });
  expect(await desk.ask(contextId)).toMatchObject({ greeting, voice });
});

const clinic = { CALL_FORM_FILE: join(__dirname, "../../../examples/clinic/call-form.json") };

test.each<[string, string, string]>([
  [
    "en-US",
    "This is Oak Clinic, calling back about an appointment. Press 1 to be connected.",
    "Joséphine Tremblay is calling about an appointment.",
  ],
  [
    "fr-CA",
    "Ici la Clinique du Chêne. Nous vous rappelons pour un rendez-vous. Appuyez sur le 1 pour être mis en communication.",
    "Joséphine Tremblay appelle pour un rendez-vous.",
  ],
  [
    "es-US",
    "This is Oak Clinic, calling back about an appointment. Press 1 to be connected.",
    "Joséphine Tremblay is calling about an appointment.",
  ],
])("the clinic's form has the clinic speak in %s", async (locale, greeting, whisper) => {
  const desk = new Desk(clinic);
  const reason = { id: "appointment" };
  const contextId = await desk.stored({ locale: locale as "en-US", reason });
  expect(await desk.ask(contextId)).toMatchObject({ greeting, whisper });
});

test("a reason without words is left out of the sentence", async () => {
  const desk = new Desk();
  const contextId = await desk.stored({ reason: { id: "vaccination" } });
  const { greeting, whisper } = await desk.ask(contextId);
  expect(greeting).toBe("This is Example Support, calling back. Press 1 to be connected.");
  expect(whisper).toBe("Joséphine Tremblay is calling.");
});

test("a name that looks like one of the flow's references is only a name", async () => {
  const desk = new Desk();
  const contextId = await desk.stored({ callerName: "$.Attributes.contextId" });
  expect((await desk.ask(contextId)).whisper).not.toContain("$");
});

test("a store that hangs costs 1.5 s, not the call", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  desk.obstruct = () => new Promise(() => {});
  const answer = await desk.clock.runUntil(desk.ask(contextId));
  expect(answer).toMatchObject({ route: "pstn", number: "+12045550199" });
  expect(desk.clock.monotonic()).toBe(1_500);
  expect(desk.metrics[0]).toEqual({ name: "ContextsMissing", reason: "store-unavailable" });
});

test("an answer leaves before the Lambda's own time is over", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  desk.obstruct = () => new Promise(() => {});
  await desk.clock.runUntil(desk.ask(contextId, { remainingMs: 1_000 }));
  expect(desk.clock.monotonic()).toBe(800);
});

test("while the store is away every step still comes to an end", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  desk.obstruct = () => Promise.reject(new Error("away"));
  const routes = [await desk.ask(contextId), await desk.ask(contextId, next("1"))];
  routes.push(await desk.ask(contextId, next("2")));
  expect(routes.map(({ route }) => route)).toEqual(["pstn", "queue", "none"]);
});

test.each<[unknown]>([
  [undefined],
  ["hello"],
  [{}],
  [{ Details: {} }],
  [{ Details: { ContactData: { Attributes: {} } } }],
])("%j is no contact, and still gets every key", async (event) => {
  const desk = new Desk();
  const answer = await desk.askRaw(event);
  expect(Object.keys(answer)).toEqual([...answerKeys]);
  expect(answer).toMatchObject({ route: "queue", queueArn: fallbackQueue });
  expect(desk.logLines.join()).toContain("event.unreadable");
});

test("no line of the log holds a name, a number, words or the context ID", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  for (const step of ["route", "next", "whisper", "nobody"]) {
    await desk.ask(contextId, { parameters: { step } });
  }
  await desk.ask("not-an-id");
  desk.obstruct = () => Promise.reject(new Error("Joséphine +12045551111"));
  await desk.ask(contextId);
  const log = desk.logLines.join("\n");
  expect(desk.logLines.length).toBeGreaterThan(6);
  for (const secret of [contextId, "Joséphine", "1204555", "1607555", "January", "ACC-7781"]) {
    expect(log).not.toContain(secret);
  }
});
