import { expect, test } from "@jest/globals";
import { type Action, hangup, type PstnAudioEvent } from "@skill-call/pstn-audio";
import { newCall } from "./call/call-state.ts";
import type { Outcome } from "./invocation.ts";
import { soundAnswer } from "./sound-answer.ts";

const event: PstnAudioEvent = {
  type: "NEW_INBOUND_CALL",
  sequence: 7,
  transactionId: "t",
  attributes: {},
  legs: [],
};
const kept = { at: "new", lang: "en", n: "7/0/0" };

function answered(actions: readonly Action[]) {
  const logged: unknown[] = [];
  const outcome = (of: readonly Action[]): Outcome => ({
    name: "routed",
    actions: of,
    state: newCall,
  });
  const decision = {
    move: "admit",
    outcome: outcome(actions),
    fallback: () => outcome([hangup()]),
  };
  const answer = soundAnswer(event, decision as never, (...line) => void logged.push(line));
  return { answer, logged };
}

test("a sound answer goes out as it is, with the event that it answers", () => {
  const actions = [hangup({ callId: "a" })];
  const { answer, logged } = answered(actions);
  expect(answer).toMatchObject({ Actions: actions, TransactionAttributes: kept });
  expect(logged).toEqual([]);
});

test("what the checker only warns of goes out", () => {
  const actions = [{ Type: "Speak", Parameters: { Text: "hello" } } as Action];
  const { answer, logged } = answered(actions);
  expect(answer.Actions).toEqual(actions);
  expect(logged).toEqual([]);
});

test("in place of one that the service would refuse the fallback goes out, and the log says why", () => {
  const { answer, logged } = answered(Array.from({ length: 11 }, () => hangup({ callId: "a" })));
  expect(answer.Actions).toEqual([hangup()]);
  expect(logged).toEqual([
    [
      "error",
      "answer.unsound",
      {
        transactionId: "t",
        move: "admit",
        errors: [expect.stringMatching(/^\w+ at Actions$/)],
      },
    ],
  ]);
});
