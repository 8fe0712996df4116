import { expect, test } from "@jest/globals";
import { conversationWith } from "../testing/hearing.ts";
import { without, withoutAnswer } from "./conversation.ts";

const whole = conversationWith({
  asked: "confirmation",
  answers: { callerName: "ana", accountId: "AB12" },
  tries: { accountId: 1 },
  skipped: ["practice"],
  reason: { id: "other", text: "my cat" },
  misheard: 0,
  consentAsked: true,
});

test("some of it can be forgotten", () => {
  const { reason: _reason, asked: _asked, ...rest } = whole;
  expect(without(whole, "reason", "asked")).toEqual(rest);
});

test("an answer can be taken back, with what was tried for it", () => {
  expect(withoutAnswer(whole, "accountId")).toEqual({
    ...whole,
    answers: { callerName: "ana" },
    tries: {},
  });
  expect(withoutAnswer(whole, "practice").skipped).toEqual([]);
});
