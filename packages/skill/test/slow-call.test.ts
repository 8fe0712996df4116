import { expect, test } from "@jest/globals";
import type { HttpRequest } from "../src/http/send-http.ts";
import { AlexaSession, confirm, say } from "./alexa-session.ts";
import { skillUnderTest } from "./skill-under-test.ts";

const everything = say({
  callerName: "ana",
  accountId: "a c 1 2 3 4",
  reason: ["my bill", "billing"],
});

/** A skill whose profile answers when the test says so, on a clock that the test moves. */
function slowSkill(answer: () => Promise<unknown>) {
  const tasks: { readonly at: number; readonly task: () => void; cancelled: boolean }[] = [];
  const sent: HttpRequest[] = [];
  let profile = (_number: string) => {};
  const asked = { profile: () => {} };
  const isAsked = new Promise<void>((resolve) => {
    asked.profile = resolve;
  });
  const skill = skillUnderTest({
    fetchCallerNumber: () => {
      asked.profile();
      return new Promise((resolve) => {
        profile = resolve;
      });
    },
    after(at, task) {
      const timer = { at, task, cancelled: false };
      tasks.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
    async send(request) {
      sent.push(request);
      await answer();
      return { status: 204, headers: {}, body: "" };
    },
  });
  return { ...skill, sent, tasks, isAsked, answerProfile: () => profile("+12045551111") };
}

test.each([
  ["en-US", "One moment, please."],
  ["es-US", "Un momento, por favor."],
  ["fr-CA", "Un instant, s'il vous plaît."],
])("a caller in %s who would hear nothing for long is told to wait", async (locale, words) => {
  const skill = slowSkill(async () => undefined);
  const session = new AlexaSession({ handler: skill.handler, locale });
  await session.send(everything);
  const reply = session.send(confirm);
  await skill.isAsked;
  expect(skill.tasks).toMatchObject([{ at: 1200, cancelled: false }]);
  skill.tasks[0]?.task();
  skill.answerProfile();
  expect((await reply).ends).toBe(true);
  expect(skill.sent).toMatchObject([
    {
      method: "POST",
      url: "https://api.amazonalexa.com/v1/directives",
      headers: { authorization: "Bearer token-of-the-request" },
    },
  ]);
  expect(JSON.parse(skill.sent[0]?.body ?? "")).toEqual({
    header: { requestId: "amzn1.echo-api.request.2" },
    directive: {
      type: "VoicePlayer.Speak",
      speech: `<speak>${words}</speak>`,
    },
  });
});

test("a call that starts in time says nothing before its answer", async () => {
  const skill = slowSkill(async () => undefined);
  const session = new AlexaSession({ handler: skill.handler });
  await session.send(everything);
  const reply = session.send(confirm);
  await skill.isAsked;
  skill.answerProfile();
  await reply;
  expect([skill.sent, skill.tasks[0]?.cancelled]).toEqual([[], true]);
});

test.each<[string, () => Promise<unknown>]>([
  ["fails", () => Promise.reject(new Error("no such host"))],
  ["never comes back", () => new Promise(() => undefined)],
])("where telling so %s, the answer comes all the same, and is not late", async (_, answer) => {
  const skill = slowSkill(answer);
  const session = new AlexaSession({ handler: skill.handler });
  await session.send(everything);
  const reply = session.send(confirm);
  await skill.isAsked;
  skill.tasks[0]?.task();
  skill.answerProfile();
  expect((await reply).speech).toBe("Calling Example Support about billing now.");
  expect(skill.started).toHaveLength(1);
  expect(skill.sent[0]?.signal?.aborted).toBe(true);
});

test("the token goes to Amazon alone", async () => {
  const skill = slowSkill(async () => undefined);
  const system = { apiEndpoint: "https://api.example.com" };
  const session = new AlexaSession({ handler: skill.handler, system });
  await session.send(everything);
  const reply = session.send(confirm);
  await skill.isAsked;
  skill.tasks[0]?.task();
  skill.answerProfile();
  await reply;
  expect(skill.sent).toEqual([]);
});
