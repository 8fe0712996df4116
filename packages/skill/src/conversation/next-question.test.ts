import { expect, test } from "@jest/globals";
import { nextQuestion } from "./next-question.ts";

const callerName = "Ana";
const accountId = "AB123";
const reason = { id: "billing" } as const;

test.each([
  ["nothing is known", {}, "callerName"],
  ["only the reason is known, as in a one-shot call", { reason }, "callerName"],
  ["the name is known", { callerName }, "accountId"],
  ["the account ID came before the name", { accountId }, "callerName"],
  ["name and reason are known", { callerName, reason }, "accountId"],
  ["name and account ID are known", { callerName, accountId }, "reason"],
  ["the caller goes on without an account ID", { callerName, withoutAccountId: true }, "reason"],
  ["all is known", { callerName, accountId, reason }, "confirmation"],
  [
    "all is known but the account ID",
    { callerName, withoutAccountId: true, reason },
    "confirmation",
  ],
])("when %s, the next question follows", (_, gathered, expected) => {
  expect(nextQuestion(gathered)).toBe(expected);
});
