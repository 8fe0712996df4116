import { expect, test } from "@jest/globals";
import { exampleForm } from "../testing/example-form.ts";
import { conversationWith } from "../testing/hearing.ts";
import type { Conversation } from "./conversation.ts";
import { nextQuestion } from "./next-question.ts";

const callerName = "Ana";
const accountId = "AB123";
const reason = { id: "billing" };

test.each<[string, Partial<Conversation>, string]>([
  ["nothing is known", {}, "callerName"],
  ["only the reason is known, as in a one-shot call", { reason }, "callerName"],
  ["the name is known", { answers: { callerName } }, "accountId"],
  ["the account ID came before the name", { answers: { accountId } }, "callerName"],
  ["name and reason are known", { answers: { callerName }, reason }, "accountId"],
  ["name and account ID are known", { answers: { callerName, accountId } }, "reason"],
  [
    "the caller goes on without an account ID",
    { answers: { callerName }, skipped: ["accountId"] },
    "reason",
  ],
  ["all is known", { answers: { callerName, accountId }, reason }, "confirmation"],
  [
    "all is known but the account ID",
    { answers: { callerName }, skipped: ["accountId"], reason },
    "confirmation",
  ],
])("when %s, the next question follows", (_, known, expected) => {
  expect(nextQuestion(exampleForm, conversationWith(known))).toBe(expected);
});

test("where there is one reason to call, nobody is asked for it", () => {
  const form = { ...exampleForm, reasons: ["billing"] as const };
  const answers = { callerName, accountId };
  expect(nextQuestion(form, conversationWith({ answers }))).toBe("confirmation");
});

test("what is never asked for is no question", () => {
  const fields = exampleForm.fields.map((field) => ({ ...field, asked: 0 }));
  expect(nextQuestion({ ...exampleForm, fields }, conversationWith())).toBe("confirmation");
});
