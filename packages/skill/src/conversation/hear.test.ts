import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { AccountIdRules } from "./account-id.ts";
import { hear } from "./hear.ts";

const rules: AccountIdRules = { minLength: 4, maxLength: 8, checkDigit: "none" };
const contextId = "c1";

test("one sentence may answer everything", () => {
  const spoken = {
    callerName: "ana",
    accountId: "ab12",
    reason: { words: "sales", id: "sales" },
  } as const;
  expect(hear({ contextId, misheard: 2 }, spoken, rules)).toEqual({
    conversation: { contextId, callerName: "ana", accountId: "AB12", reason: { id: "sales" } },
    remarks: [{ callerName: "ana" }, { accountId: "AB12" }],
  });
});

test("nothing said is no news", () => {
  const conversation = { contextId, callerName: "ana", misheard: 1 };
  const heard = hear(conversation, {}, rules);
  expect(heard.conversation).toBe(conversation);
  expect(heard.remarks).toEqual([]);
});

test("what was heard once is no news the second time, whatever it was", () => {
  const text = fc.string({ minLength: 1, maxLength: 12 });
  const spoken = fc.record(
    { callerName: text, accountId: text, reason: fc.record({ words: text }) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(spoken, (said) => {
      const { conversation } = hear({ contextId, reasonTries: 1 }, said, rules);
      const { callerName, accountId, reason } = conversation;
      const echo = {
        ...(callerName !== undefined && { callerName }),
        ...(accountId !== undefined && { accountId }),
        ...(reason !== undefined && { reason: { words: reason.text ?? reason.id } }),
      };
      expect(hear(conversation, echo, rules).conversation).toBe(conversation);
    }),
  );
});
