import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { readCallFormFile } from "@skill-call/call-form/files";
import { StaticAplTemplateValidator } from "apl-suggester";
import type { SkillPorts } from "../src/skill.ts";
import {
  AlexaSession,
  intent,
  launch,
  type Move,
  mumble,
  type Reply,
  say,
  stop,
  yes,
} from "./alexa-session.ts";
import { skillUnderTest } from "./skill-under-test.ts";

const withDisplay = {
  device: {
    deviceId: "amzn1.ask.device.1",
    supportedInterfaces: { "Alexa.Presentation.APL": { runtime: { maxVersion: "2023.3" } } },
  },
};

function showing(ports: Partial<SkillPorts> & Parameters<typeof skillUnderTest>[0] = {}) {
  const skill = skillUnderTest(ports);
  const inLocale = (locale: string) =>
    new AlexaSession({ handler: skill.handler, locale, system: withDisplay });
  return { ...skill, session: inLocale("en-US"), inLocale };
}

interface Page {
  readonly company: string;
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly touch: readonly string[] }[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly calls: string;
}

function pageOf({ directives }: Reply): Page | undefined {
  const shown = directives.find(({ type }) => type === "Alexa.Presentation.APL.RenderDocument");
  return (shown as { datasources?: { screen: Page } } | undefined)?.datasources?.screen;
}

const labels = (reply: Reply) => pageOf(reply)?.buttons.map(({ label }) => label);

/** What the device sends for a touch of the button with this label. */
function touch(reply: Reply, label: string): Move {
  const button = pageOf(reply)?.buttons.find((each) => each.label === label);
  return touched(...(button?.touch ?? ["no such button"]));
}

function touched(...args: readonly unknown[]): Move {
  return () =>
    ({
      type: "Alexa.Presentation.APL.UserEvent",
      token: "call-form",
      arguments: args,
      source: { type: "TouchWrapper", handler: "Press", id: "" },
      components: {},
    }) as ReturnType<Move>;
}

beforeEach(() => {
  // The validator warns of every component that has nothing in common with others.
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

test("the page is right by Amazon's own validator, and says nothing to one without a display", async () => {
  const { session, handler } = showing();
  const { directives } = await session.send(launch);
  const shown = directives.find(({ type }) => type === "Alexa.Presentation.APL.RenderDocument");
  const { document } = shown as unknown as { document: object };
  expect(await new StaticAplTemplateValidator().validate(document)).toEqual([]);
  expect(
    await new StaticAplTemplateValidator().validate({ ...document, version: "none" }),
  ).not.toEqual([]);
  expect(pageOf(await new AlexaSession({ handler }).send(launch))).toBeUndefined();
});

test("every question shows what may be said, what was understood, and whom it calls", async () => {
  const { session } = showing({ starterIs: { dials: "+16073331111" } });
  const name = await session.send(launch);
  expect(pageOf(name)).toMatchObject({
    company: "Example Support",
    text: "What's your first name?",
    facts: [],
    calls: "I'll call Example Support at +1 607-333-1111.",
  });
  const account = await session.send(say({ callerName: "ana" }));
  expect(labels(account)).toEqual(["Skip"]);
  const reason = await session.send(touch(account, "Skip"));
  expect(reason.speech).toContain("What are you calling about?");
  expect(labels(reason)).toEqual([
    "billing",
    "technical support",
    "order status",
    "sales",
    "something else",
  ]);
  const confirmation = await session.send(touch(reason, "billing"));
  expect(pageOf(confirmation)).toMatchObject({
    text: "Shall I call Example Support about billing now?",
    facts: [
      { label: "Caller", value: "Ana" },
      { label: "Reason", value: "billing" },
    ],
  });
  expect(labels(confirmation)).toEqual(["Yes, call", "Change something"]);
});

test("a call is placed by touch alone, and the last page leaves nothing to touch", async () => {
  const { session, started, store } = showing();
  const account = await session.send(say({ callerName: "ana", reason: ["x", "sales"] }));
  const confirmation = await session.send(touch(account, "Skip"));
  const last = await session.send(touch(confirmation, "Yes, call"));
  expect(last).toMatchObject({ speech: "Calling Example Support about sales now.", ends: true });
  expect(pageOf(last)).toMatchObject({ text: last.speech, buttons: [], facts: [], calls: "" });
  expect(started).toHaveLength(1);
  expect(store.records.get("context-1")).toMatchObject({ reason: { id: "sales" } });
});

test("what is to be changed is chosen by touch, and the new answer counts", async () => {
  const { session, store } = showing();
  const account = await session.send(say({ callerName: "ana", reason: ["x", "sales"] }));
  const confirmation = await session.send(touch(account, "Skip"));
  const change = await session.send(touch(confirmation, "Change something"));
  expect(labels(change)).toEqual(["Caller", "Account ID", "Reason"]);
  const reason = await session.send(touch(change, "Reason"));
  expect(reason.speech).toContain("What are you calling about?");
  const again = await session.send(touch(reason, "billing"));
  expect(again.speech).toContain("about billing now?");
  await session.send(touch(again, "Yes, call"));
  expect(store.records.get("context-1")).toMatchObject({ reason: { id: "billing" } });
});

test("a page that is touched twice, or late, places no call and answers no other question", async () => {
  const { session, started } = showing();
  const account = await session.send(say({ callerName: "ana", reason: ["x", "sales"] }));
  const skip = touch(account, "Skip");
  const confirmation = await session.send(skip);
  const late = await session.send(skip);
  expect(late.speech).toBe("Shall I call Example Support about sales now?");
  await session.send(touch(confirmation, "Change something"));
  await session.send(touch(confirmation, "Yes, call"));
  expect(started).toEqual([]);
});

test("after the session nothing that is touched says or does anything", async () => {
  const { session, started } = showing();
  const confirmation = await session.send(
    say({ callerName: "ana", accountId: "a c 1 2 3 4", reason: ["x", "sales"] }),
  );
  await session.send(stop);
  const reply = await session.send(touch(confirmation, "Yes, call"));
  expect([reply.speech, started]).toEqual(["", []]);
});

test.each([[["call"]], [[]], [["answer", "nobody", "x"]], [["yes"]], [[{ a: 1 }]]])(
  "an event of another page, %j, repeats the question",
  async (args) => {
    const { session } = showing();
    const first = await session.send(launch);
    const reply = await session.send(touched(...args));
    expect(first.speech).toContain(reply.speech);
    expect(reply.ends).toBe(false);
  },
);

test("whether there is an emergency is answered by touch as by word", async () => {
  const { session } = showing();
  await session.send(launch);
  const doubt = await session.send(say({ reason: "smoke" }));
  if (!/emergency/.test(doubt.speech)) throw new Error(`no doubt: ${doubt.speech}`);
  expect(labels(doubt)).toEqual(["Yes", "No"]);
  const end = await session.send(touch(doubt, "Yes"));
  expect([end.ends, pageOf(end)?.text]).toEqual([true, expect.stringContaining("dial 911")]);
});

test("the model's own emergency intent shows where to dial", async () => {
  const { session } = showing();
  expect(pageOf(await session.send(intent("EmergencyIntent")))?.text).toContain("dial 911");
});

test("what is sensitive is masked, also where the question says it again", async () => {
  const form = readCallFormFile("../../examples/clinic/call-form.json");
  const fields = form.fields.map((field) =>
    field.id === "practice" ? { ...field, sensitive: true } : field,
  );
  const { session } = showing({ form: { ...form, fields } });
  const slots = {
    callerName: "anna",
    birthday: "1980-05-03",
    callBackNumber: "2045550123",
    practice: "lakeside",
    urgency: "today",
    reason: "appointment",
  };
  let reply = await session.send(launch);
  for (const [name, value] of Object.entries(slots))
    reply = await session.send(() => ({
      type: "IntentRequest",
      dialogState: "IN_PROGRESS",
      intent: {
        name: "CallIntent",
        confirmationStatus: "NONE",
        slots: { [name]: { name, value, confirmationStatus: "NONE" } },
      },
    }));
  expect(reply.speech).toContain("at lakeside now?");
  const shown = JSON.stringify(pageOf(reply));
  expect(shown).not.toMatch(/1980|lakeside/);
  expect(pageOf(reply)?.facts).toContainEqual({ label: "Date of birth", value: "••••03" });
});

test("a caller's own words are text, not markup", async () => {
  const { session } = showing();
  await session.send(say({ callerName: "ana" }));
  await session.send(intent("DontKnowIntent"));
  await session.send(say({ reason: "<b>AT&T</b> broke" }));
  const reply = await session.send(say({ reason: "<b>AT&T</b> broke" }));
  expect(JSON.stringify(pageOf(reply)?.facts)).not.toContain("<");
});

test.each([
  ["es-US", "Omitir", "Llamaré a Example Support al +1 607-333-1111."],
  ["fr-CA", "Passer", "J'appellerai Example Support au +1 607-333-1111."],
])("in %s buttons and page are in the caller's language", async (locale, skip, calls) => {
  const { inLocale } = showing({ starterIs: { dials: "+16073331111" } });
  const session = inLocale(locale);
  await session.send(launch);
  const reply = await session.send(say({ callerName: "ana" }));
  expect([labels(reply), pageOf(reply)?.calls]).toEqual([[skip], calls]);
});

test("what is said is the same with a display and without", async () => {
  const moves = [launch, say({ callerName: "ana" }), mumble, say({ reason: ["x", "sales"] }), yes];
  const { handler, session } = showing();
  const blind = new AlexaSession({ handler });
  for (const move of moves)
    expect((await session.send(move)).speech).toBe((await blind.send(move)).speech);
});

test.each(["toString", "valueOf", "hasOwnProperty"])(
  "a caller who is called %s is called so",
  async (name) => {
    const { session } = showing();
    const reply = await session.send(say({ callerName: name }));
    expect(reply.ends).toBe(false);
    expect(pageOf(reply)?.facts.map(({ value }) => value)).toContain(name);
  },
);

test("what breaks while the page is made ends the call, and leaves nothing of a question in the answer", async () => {
  const { session, logged } = showing({ starterIs: { rings: "nothing" as never } });
  const reply = await session.send(launch);
  expect(reply).toMatchObject({ ends: true, attributes: {} });
  expect(reply.directives.map(({ type }) => type)).toEqual([
    "Alexa.Presentation.APL.RenderDocument",
  ]);
  expect(reply.reprompt).toBe("");
  expect(logged()).toContain('"message":"unexpected"');
});
