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
  expect(reply.speech).toBe("Sorry, I didn't get that. What's your first name?");
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
])("%j is no request of Alexa's", async (event, field) => {
  const { handler } = skillUnderTest();
  await expect(handler(event)).rejects.toMatchObject({ code: "skill.request-format", field });
});

test("a request with nothing around it is answered too", async () => {
  const { handler } = skillUnderTest();
  const { response } = await handler({ request: { type: "LaunchRequest" } });
  expect(response.outputSpeech).toMatchObject({ type: "SSML" });
});

test("a conversation leaves two log lines a turn, one about its call, and one metric", async () => {
  const { handler, logged, metrics } = skillUnderTest();
  const session = new AlexaSession({ handler });
  for (const move of [launch, everything, confirm]) await session.send(move);
  expect(logged().match(/\n/g)).toHaveLength(7);
  expect(metrics).toEqual([{ name: "CallsStarted" }]);
});
