import { expect, test } from "@jest/globals";
import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";
import { isWellFormed } from "../src/testing/spoken-of.ts";
import {
  AlexaSession,
  confirm,
  help,
  launch,
  type Move,
  mumble,
  repeat,
  resumed,
  say,
} from "./alexa-session.ts";
import { callerNumber, skillUnderTest } from "./skill-under-test.ts";

const personal = ["Zebulon", "QX777", "my purple giraffe", callerNumber, "token-of-the-request"];

const conversation: readonly Move[] = [
  launch,
  say({ callerName: "Zebulon" }),
  mumble,
  say({ accountId: "QX777" }),
  help,
  say({ reason: "my purple giraffe" }),
  say({ reason: "my purple giraffe" }),
  repeat,
  confirm,
  resumed("ACCEPTED"),
];

async function playAll(skill: ReturnType<typeof skillUnderTest>) {
  const session = new AlexaSession({ handler: skill.handler });
  const replies = [];
  for (const move of conversation) replies.push(await session.send(move));
  return replies;
}

test.each([
  ["goes well", []],
  ["fails", ["session.unavailable"] as const],
])("a whole conversation that %s leaves nothing personal in log and trace", async (_, failures) => {
  const skill = skillUnderTest();
  skill.profileFailures.push("profile.access-denied");
  skill.startFailures.push(...failures);
  await playAll(skill);
  expect(skill.logged()).toContain('"message":"call.');
  const told = skill.logged() + JSON.stringify(skill.annotations);
  for (const fact of [...personal, "context-1"]) expect(told).not.toContain(fact);
});

test("session attributes are small and hold neither number nor token; none are left at the end", async () => {
  const skill = skillUnderTest();
  skill.profileFailures.push("profile.access-denied");
  const replies = await playAll(skill);
  for (const { attributes } of replies) {
    const json = JSON.stringify(attributes);
    expect(json.length).toBeLessThan(500);
    expect(json).not.toContain(callerNumber);
    expect(json).not.toContain("token-of-the-request");
  }
  expect(replies.at(-1)?.attributes).toEqual({});
});

test("every log line is one JSON object with a level and a message", async () => {
  const skill = skillUnderTest();
  await playAll(skill);
  const lines = skill.logged().trim().split("\n");
  expect(lines.length).toBeGreaterThan(conversation.length);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({
      level: expect.stringMatching(/^(info|warn|error)$/),
      message: expect.any(String),
    });
  }
});

test("whatever callers say, they get a well-formed answer of a bearable size", async () => {
  const anything = fc.oneof(fc.string({ unit: anyCharacter, maxLength: 4000 }), fc.string());
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, async (callerName, accountId, reason) => {
      const { handler } = skillUnderTest();
      const session = new AlexaSession({ handler });
      for (const move of [say({ callerName, accountId, reason }), say({ reason }), confirm]) {
        const { ssml, envelope } = await session.send(move);
        expect(isWellFormed(ssml)).toBe(true);
        expect(JSON.stringify(envelope).length).toBeLessThan(8000);
      }
    }),
    { numRuns: 60 },
  );
});

test("a name like AT&T is spoken, and stored, as it is", async () => {
  const skill = skillUnderTest();
  const session = new AlexaSession({ handler: skill.handler });
  const said = { callerName: "AT&T", accountId: "AB12", reason: ["bill", "billing"] } as const;
  const reply = await session.send(say(said));
  expect(reply.ssml).toContain("Thanks, AT&amp;T.");
  await session.send(confirm);
  expect(skill.store.records.get("context-1")?.callerName).toBe("AT&T");
});
