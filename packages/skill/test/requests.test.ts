import { expect, test } from "@jest/globals";
import type { Request } from "ask-sdk-model";
import { AlexaSession, confirm, intent, launch, type Move, say, yes } from "./alexa-session.ts";
import { everything } from "./conversations/spoken-in-en-us.ts";
import { skillUnderTest } from "./skill-under-test.ts";

function notice(request: object): Move {
  return () => request as Request;
}

test.each([
  ["SessionEndedRequest", { reason: "EXCEEDED_MAX_REPROMPTS" }],
  [
    "SessionEndedRequest",
    { reason: "ERROR", error: { type: "INVALID_RESPONSE", message: "said ana" } },
  ],
  [
    "System.ExceptionEncountered",
    {
      error: { type: "INVALID_RESPONSE", message: "said ana" },
      cause: { requestId: "amzn1.echo-api.request.0" },
    },
  ],
  ["AudioPlayer.PlaybackStopped", { token: "t", offsetInMilliseconds: 0 }],
])("%s gets no speech and starts nothing", async (type, facts) => {
  const { handler, started, logged } = skillUnderTest();
  const session = new AlexaSession({ handler });
  await session.send(everything);
  const reply = await session.send(notice({ type, ...facts }));
  expect(reply.envelope.response).toEqual({});
  expect(started).toEqual([]);
  expect(logged()).not.toContain("said ana");
});

test("an intent that the models do not have yet is treated as something mumbled", async () => {
  const { handler } = skillUnderTest();
  const session = new AlexaSession({ handler });
  await session.send(launch);
  const reply = await session.send(intent("AMAZON.PauseIntent"));
  expect(reply.speech).toBe("Sorry, I didn't get your first name. What's your first name?");
});

test.each([
  "AMAZON.YesIntent",
  "AMAZON.NoIntent",
  "AMAZON.RepeatIntent",
  "AMAZON.StartOverIntent",
  "AMAZON.HelpIntent",
  "AMAZON.FallbackIntent",
  "DontKnowIntent",
])("a session may begin with %s: the first question follows", async (name) => {
  const { handler } = skillUnderTest();
  const reply = await new AlexaSession({ handler }).send(intent(name));
  expect(reply.speech).toMatch(/What's your first name\?$/);
  expect(reply.ends).toBe(false);
});

test("the same request delivered twice starts one call, and is answered the same", async () => {
  const { handler, started } = skillUnderTest();
  const session = new AlexaSession({ handler });
  await session.send(everything);
  const envelope = session.envelope(confirm);
  const replies = [await session.deliver(envelope), await session.deliver(envelope)];
  expect(replies.map(({ speech }) => speech)).toEqual([
    "Calling Example Support about billing now.",
    "Calling Example Support about billing now.",
  ]);
  expect(started).toHaveLength(1);
});

test("a doubled yes, from the dialog and as an intent of its own, starts one call", async () => {
  const { handler, started } = skillUnderTest();
  const session = new AlexaSession({ handler });
  await session.send(everything);
  const [first, second] = [session.envelope(confirm), session.envelope(yes)];
  await Promise.all([session.deliver(first), session.deliver(second)]);
  expect(started).toHaveLength(1);
});

test("two conversations are two calls", async () => {
  const { handler, started } = skillUnderTest();
  for (const session of [new AlexaSession({ handler }), new AlexaSession({ handler })]) {
    await session.send(everything);
    await session.send(confirm);
  }
  expect(started.map(({ contextId }) => contextId)).toEqual(["context-1", "context-2"]);
});

test("another skill's request is turned away with a sentence, and nothing else happens", async () => {
  const { handler, started, logged } = skillUnderTest({ skillId: "amzn1.ask.skill.ours" });
  const session = new AlexaSession({ handler, locale: "es-US" });
  const reply = await session.send(say({ callerName: "ana" }, "CONFIRMED"));
  expect(reply.envelope).toEqual({
    version: "1.0",
    response: {
      outputSpeech: {
        type: "SSML",
        ssml: "<speak>Lo siento, aquí no puedo ayudarte con eso.</speak>",
      },
      shouldEndSession: true,
    },
  });
  expect(started).toEqual([]);
  expect(logged()).toContain("request.of-another-skill");
});

test("the skill's own requests are answered", async () => {
  const { handler } = skillUnderTest({ skillId: "amzn1.ask.skill.3ffd8d5f" });
  const reply = await new AlexaSession({ handler }).send(launch);
  expect(reply.ends).toBe(false);
});

test.each([
  [undefined, "the event"],
  [{}, "request"],
  [{ request: {} }, "request.type"],
  [{ request: { type: 7 } }, "request.type"],
  [{ request: { type: "IntentRequest" } }, "request.intent.name"],
  [{ request: { type: "IntentRequest", intent: "CallIntent" } }, "request.intent.name"],
  [{ request: { type: "IntentRequest", intent: { name: null } } }, "request.intent.name"],
  [{ request: { type: "CanFulfillIntentRequest", intent: [] } }, "request.intent.name"],
])("%j is no request of Alexa's", async (event, field) => {
  const { handler } = skillUnderTest();
  await expect(handler(event)).rejects.toMatchObject({ code: "skill.request-format", field });
});

test("a request with nothing around it is answered too", async () => {
  const { handler } = skillUnderTest();
  const { response } = await handler({ request: { type: "LaunchRequest" } });
  expect(response.outputSpeech).toMatchObject({ type: "SSML" });
});

// Each threw where no error handler could answer, or was logged whole.
test.each<[string, object]>([
  ["a locale of a list", { request: { type: "LaunchRequest", locale: [] } }],
  ["a locale of an object", { request: { type: "LaunchRequest", locale: { said: "ana" } } }],
  ["an empty locale", { request: { type: "LaunchRequest", locale: "" } }],
  ["a locale that nobody speaks", { request: { type: "LaunchRequest", locale: "tlh-QO-x" } }],
  ["a request ID of an object", { request: { type: "LaunchRequest", requestId: { said: "ana" } } }],
  ["attributes of a text", { session: { attributes: "said ana" } }],
  ["attributes of a list", { session: { attributes: [] } }],
  [
    "more attributes than Alexa keeps",
    {
      request: { type: "IntentRequest", intent: { name: "AMAZON.RepeatIntent" } },
      session: { attributes: { contextId: "a".repeat(32), callerName: "x".repeat(25_000) } },
    },
  ],
  [
    "attributes that nest without an end",
    { session: { attributes: JSON.parse(`${'{"a":'.repeat(50_000)}0${"}".repeat(50_000)}`) } },
  ],
  ["a session of a text", { session: "said ana" }],
  ["a context of a number", { context: 7 }],
  ["a system of null", { context: { System: null } }],
  ["a device of a text", { context: { System: { device: "x" } } }],
  ["interfaces of a number", { context: { System: { device: { supportedInterfaces: 1 } } } }],
  ["interfaces of null", { context: { System: { device: { supportedInterfaces: null } } } }],
  ["new of an object", { session: { new: { said: "ana" } } }],
])("an envelope with %s is answered", async (_, part) => {
  const { handler, logged } = skillUnderTest();
  const answer = await handler({ request: { type: "LaunchRequest" }, ...part });
  expect(answer.response.outputSpeech).toMatchObject({ type: "SSML" });
  expect(answer.sessionAttributes ?? {}).toEqual(expect.any(Object));
  expect(JSON.stringify(answer.sessionAttributes ?? {}).length).toBeLessThan(24_576);
  expect(logged()).not.toContain("ana");
});

test.each(["SessionEndedRequest", "System.ExceptionEncountered"])(
  "%s that is about nothing is answered silently",
  async (type) => {
    const { handler, logged } = skillUnderTest();
    const request = { type, reason: { said: "ana" }, error: "said ana" };
    expect((await handler({ request })).response).toEqual({});
    expect(logged()).not.toContain("ana");
  },
);

test("another skill's request in a locale that is none is turned away, too", async () => {
  const { handler } = skillUnderTest({ skillId: "amzn1.ask.skill.ours" });
  const { response } = await handler({ request: { type: "LaunchRequest", locale: 7 } });
  expect(response.outputSpeech).toMatchObject({ type: "SSML" });
});

test("a conversation leaves two log lines a turn, one about its call, and one metric", async () => {
  const { handler, logged, metrics } = skillUnderTest();
  const session = new AlexaSession({ handler });
  for (const move of [launch, everything, confirm]) await session.send(move);
  expect(logged().match(/\n/g)).toHaveLength(7);
  expect(metrics).toEqual([{ name: "CallsStarted" }]);
});
