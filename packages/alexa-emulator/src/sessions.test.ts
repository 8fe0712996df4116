import { afterEach, expect, test } from "@jest/globals";
import { ask, response } from "./testing/responses.ts";
import { TestAlexas } from "./testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

test("opening the skill sends a LaunchRequest in Amazon's shape", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  await alexa.say("open anna's pizza");
  expect(skill.received).toEqual([
    {
      version: "1.0",
      session: {
        new: true,
        sessionId: "amzn1.echo-api.session.id-2",
        application: { applicationId: "amzn1.ask.skill.00000000-0000-4000-8000-000000000000" },
        attributes: {},
        user: { userId: "amzn1.ask.account.EMULATED" },
      },
      context: {
        System: {
          application: { applicationId: "amzn1.ask.skill.00000000-0000-4000-8000-000000000000" },
          user: { userId: "amzn1.ask.account.EMULATED" },
          device: { deviceId: "amzn1.ask.device.EMULATED", supportedInterfaces: {} },
          apiEndpoint: alexa.apiEndpoint,
          apiAccessToken: "emulated-id-1",
        },
      },
      request: {
        type: "LaunchRequest",
        shouldLinkResultBeReturned: false,
        requestId: "amzn1.echo-api.request.id-3",
        timestamp: "2026-11-23T09:00:00Z",
        locale: "en-US",
      },
    },
  ]);
});

test("the API endpoint is on the loopback interface", async () => {
  const { alexa } = await alexas.start(() => ask("Hello."));
  expect(alexa.apiEndpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("a turn tells what was heard, understood, said and shown", async () => {
  const card = { type: "Simple", title: "Help", content: "Say a size." };
  const { alexa } = await alexas.start(() => ask("Say a <break/> size.", { card }));
  await alexa.say("open anna's pizza");
  const turn = await alexa.say("order a big pizza for Anna");
  expect(turn).toMatchObject({
    heard: "order a big pizza for Anna",
    understood: {
      name: "OrderIntent",
      slots: { size: { value: "big", id: "l" }, guest: { value: "Anna" } },
    },
    speech: "Say a size.",
    ssml: "<speak>Say a <break/> size.</speak>",
    said: [{ by: "skill", text: "Say a size." }],
    cards: [card],
    sessionOpen: true,
    calls: [],
  });
  expect(turn.exchanges).toHaveLength(1);
});

test("session attributes come back with the next request, and the session is not new any more", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello.", { attributes: { step: 1 } }));
  await alexa.say("open anna's pizza");
  await alexa.say("help");
  expect(skill.received[1]?.session).toMatchObject({ new: false, attributes: { step: 1 } });
  expect(skill.received[1]?.session?.sessionId).toBe(skill.received[0]?.session?.sessionId);
});

test("a response without session attributes forgets them", async () => {
  const responses = [ask("One.", { attributes: { step: 1 } }), ask("Two."), ask("Three.")];
  const { alexa, skill } = await alexas.start(() => responses.shift());
  await alexa.say("open anna's pizza");
  await alexa.say("help");
  await alexa.say("help");
  expect(skill.received[2]?.session?.attributes).toEqual({});
});

test.each([true, undefined])(
  "with shouldEndSession %p the session is over, and nobody is told",
  async (shouldEndSession) => {
    const { alexa, skill } = await alexas.start(() =>
      response({ speech: "Bye.", ...(shouldEndSession && { shouldEndSession }) }),
    );
    const turn = await alexa.say("open anna's pizza");
    expect(turn.sessionOpen).toBe(false);
    expect(turn.sessionEnded).toBeUndefined();
    expect(skill.received).toHaveLength(1);
  },
);

test("without a session only a call by name reaches the skill", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  const turn = await alexa.say("order a large pizza");
  expect(turn.speech).toBe("Sorry, I don't know that one.");
  expect(skill.received).toEqual([]);
});

test("a request by name opens a session with an IntentRequest", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Tracking."));
  await alexa.say("ask anna's pizza to track A B one");
  expect(skill.received[0]?.session?.new).toBe(true);
  expect(skill.received[0]?.request.intent).toEqual({
    name: "TrackIntent",
    confirmationStatus: "NONE",
    slots: {
      code: {
        name: "code",
        value: "ab1",
        confirmationStatus: "NONE",
        source: "USER",
        slotValue: { type: "Simple", value: "ab1" },
      },
    },
  });
});

test("an intent without slots has no slots on the wire", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  await alexa.say("ask anna's pizza for help");
  expect(skill.received[0]?.request).not.toHaveProperty("dialogState");
  expect(skill.received[0]?.request.intent).toEqual({
    name: "AMAZON.HelpIntent",
    confirmationStatus: "NONE",
  });
});

test("nobody answers: Alexa reprompts once, then ends the session and says why", async () => {
  const { alexa, skill } = await alexas.start(() =>
    ask("Which size?", { reprompt: "Small or large?" }),
  );
  await alexa.say("open anna's pizza");
  const first = await alexa.silence();
  expect(first).toMatchObject({ heard: "", speech: "Small or large?", sessionOpen: true });
  const second = await alexa.silence();
  expect(second).toMatchObject({
    speech: "",
    sessionOpen: false,
    sessionEnded: { reason: "EXCEEDED_MAX_REPROMPTS" },
  });
  expect(skill.received[1]?.request).toMatchObject({
    type: "SessionEndedRequest",
    reason: "EXCEEDED_MAX_REPROMPTS",
  });
});

test("without a reprompt the first silence ends the session", async () => {
  const { alexa } = await alexas.start(() => ask("Which size?"));
  await alexa.say("open anna's pizza");
  const turn = await alexa.silence();
  expect(turn.sessionEnded).toEqual({ reason: "EXCEEDED_MAX_REPROMPTS" });
});

test("a blank text is silence", async () => {
  const { alexa } = await alexas.start(() => ask("Which size?", { reprompt: "Small or large?" }));
  await alexa.say("open anna's pizza");
  expect(await alexa.say("  ")).toMatchObject({ heard: "", speech: "Small or large?" });
});

test("silence while nobody listens is nothing", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  const turn = await alexa.silence();
  expect(turn).toMatchObject({ speech: "", sessionOpen: false, exchanges: [] });
  expect(skill.received).toEqual([]);
});

test("exit ends the session, and the skill hears who did it", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  await alexa.say("open anna's pizza");
  const turn = await alexa.say("exit");
  expect(turn).toMatchObject({ sessionOpen: false, sessionEnded: { reason: "USER_INITIATED" } });
  expect(skill.received[1]?.request).toMatchObject({
    type: "SessionEndedRequest",
    reason: "USER_INITIATED",
  });
});

test("what the skill answers to SessionEndedRequest does not matter", async () => {
  const { alexa } = await alexas.start(({ request }) =>
    request.type === "SessionEndedRequest" ? ask("Wait!") : ask("Hello."),
  );
  await alexa.say("open anna's pizza");
  expect(await alexa.say("exit")).toMatchObject({ speech: "", sessionOpen: false });
});

test("opening the skill again ends the session and begins another", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  await alexa.say("open anna's pizza");
  const turn = await alexa.say("open anna's pizza");
  expect(skill.received.map(({ request }) => request.type)).toEqual([
    "LaunchRequest",
    "SessionEndedRequest",
    "LaunchRequest",
  ]);
  expect(skill.received[2]?.session?.sessionId).not.toBe(skill.received[0]?.session?.sessionId);
  expect(turn.sessionOpen).toBe(true);
});

test("the bare name is only a word while a session is open", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  await alexa.say("anna's pizza");
  await alexa.say("anna's pizza");
  expect(skill.received.map(({ request }) => request.type)).toEqual([
    "LaunchRequest",
    "IntentRequest",
  ]);
});

test("words that fit nothing become AMAZON.FallbackIntent", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  await alexa.say("open anna's pizza");
  await alexa.say("blah blah blah");
  expect(skill.received[1]?.request.intent?.name).toBe("AMAZON.FallbackIntent");
});

test("turns wait for each other", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  const turns = await Promise.all([
    alexa.say("open anna's pizza"),
    alexa.say("help"),
    alexa.silence(),
  ]);
  expect(turns.map(({ heard }) => heard)).toEqual(["open anna's pizza", "help", ""]);
  expect(skill.received.map(({ request }) => request.type)).toEqual([
    "LaunchRequest",
    "IntentRequest",
    "SessionEndedRequest",
  ]);
});

test("an exception outside any session reaches the skill without one", async () => {
  const { alexa, skill } = await alexas.start(() => ({ version: "1.0", response: {} }));
  const error = { type: "INTERNAL_SERVICE_ERROR", message: "Something broke." } as const;
  await alexa.reportException(error, "amzn1.echo-api.request.before");
  expect(skill.received[0]).not.toHaveProperty("session");
  expect(skill.received[0]?.request).toMatchObject({
    type: "System.ExceptionEncountered",
    error,
    cause: { requestId: "amzn1.echo-api.request.before" },
  });
});

test.each(["device", "deviceId", "apiAccessToken"] as const)("%s can be missing", async (field) => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  alexa.faults.request.inject({ kind: "missing", field }, { times: 1 });
  await alexa.say("open anna's pizza");
  await alexa.say("help");
  const [without, complete] = skill.received.map(({ context }) => ({
    ...context.System,
    deviceId: context.System.device?.deviceId,
  }));
  expect(without?.[field]).toBeUndefined();
  expect(complete?.[field]).toBeDefined();
});

test("the story tells who said what, and what went over the line", async () => {
  const { alexa, story } = await alexas.start(() => ask("Hello."));
  await alexa.say("open anna's pizza");
  await alexa.silence();
  expect(story.map(({ from, to, kind, label }) => [from, to, kind, label])).toEqual([
    ["caller", "alexa", "caller.utterance", "“open anna's pizza”"],
    ["alexa", "skill", "skill.request", "LaunchRequest"],
    ["skill", "alexa", "skill.response", "response"],
    ["alexa", "caller", "alexa.speech", "“Hello.”"],
    ["caller", "alexa", "caller.utterance", "says nothing"],
    ["alexa", "skill", "skill.request", "SessionEndedRequest EXCEEDED_MAX_REPROMPTS"],
    ["skill", "alexa", "skill.response", "response"],
  ]);
});
