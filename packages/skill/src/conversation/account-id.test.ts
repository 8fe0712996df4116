import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type AccountIdRules,
  accountIdUnclear,
  canonicalAccountId,
  hearAccountId,
  isAccountId,
} from "./account-id.ts";

const rules: AccountIdRules = { minLength: 4, maxLength: 8, checkDigit: "none" };
const luhn: AccountIdRules = { ...rules, maxLength: 16, checkDigit: "luhn" };
const contextId = "c1";

test.each([
  ["ab123", "AB123"],
  ["a b 1 2 3", "AB123"],
  ["A.B. 1-2-3", "AB123"],
  ["007", "007"],
  ["?", undefined],
  [" ", undefined],
  [undefined, undefined],
])("%j is the ID %j", (spoken, expected) => {
  expect(canonicalAccountId(spoken)).toBe(expected);
});

test.each([
  ["AB12", rules, true],
  ["AB123456", rules, true],
  ["AB1", rules, false],
  ["AB1234567", rules, false],
  ["AB_12", rules, false],
  ["ÄB12", rules, false],
  ["79927398713", luhn, true],
  ["79927398710", luhn, false],
  ["4532015112830366", luhn, true],
  ["0000", luhn, true],
  ["AB12", luhn, false],
])("%s by %j is an account ID: %s", (id, by, expected) => {
  expect(isAccountId(id, by)).toBe(expected);
});

test("a Luhn check finds every digit that was misheard", () => {
  const place = fc.nat({ max: 10 });
  const shift = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(place, shift, (at, by) => {
      const digits = Array.from("79927398713", Number);
      digits[at] = ((digits[at] ?? 0) + by) % 10;
      expect(isAccountId(digits.join(""), luhn)).toBe(false);
    }),
  );
});

test("a well-formed ID is kept in its canonical form and read back", () => {
  expect(hearAccountId({ contextId, accountIdTries: 2 }, "a b 1 2", rules)).toEqual({
    conversation: { contextId, accountId: "AB12" },
    remarks: [{ accountId: "AB12" }],
  });
});

test("the ID that is known is no news, however it is spelled", () => {
  const conversation = { contextId, accountId: "AB12" };
  expect(hearAccountId(conversation, "ab 12", rules)).toEqual({ conversation, remarks: [] });
});

test("an ID is asked for at most twice more; then the call goes on without it", () => {
  const first = accountIdUnclear({ contextId });
  const second = accountIdUnclear(first.conversation);
  const third = accountIdUnclear(second.conversation);
  expect([first, second, third]).toEqual([
    { conversation: { contextId, accountIdTries: 1 }, remarks: ["account-id-unclear"] },
    { conversation: { contextId, accountIdTries: 2 }, remarks: ["account-id-unclear"] },
    { conversation: { contextId, withoutAccountId: true }, remarks: ["account-id-given-up"] },
  ]);
});

test("an ID that is found after all replaces having none", () => {
  const heard = hearAccountId({ contextId, withoutAccountId: true }, "AB12", rules);
  expect(heard.conversation).toEqual({ contextId, accountId: "AB12" });
});

test("a correction that cannot be used takes the old ID away: it was wrong", () => {
  const heard = hearAccountId({ contextId, accountId: "AB12" }, "1", rules);
  expect(heard.conversation).toEqual({ contextId, accountIdTries: 1 });
});
