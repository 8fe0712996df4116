import { expect, test } from "@jest/globals";
import { hashContextId, newContextId } from "./context-id.ts";
import { isContextId } from "./is-context-id.ts";

test("a new context ID has 128 random bits in 32 lower-case hex digits", () => {
  expect(newContextId()).toMatch(/^[0-9a-f]{32}$/);
});

test("every one of the 128 bits of new context IDs varies", () => {
  const ids = Array.from({ length: 200 }, () => BigInt(`0x${newContextId()}`));
  const everSet = ids.reduce((bits, id) => bits | id, 0n);
  const alwaysSet = ids.reduce((bits, id) => bits & id);
  expect(everSet).toBe(2n ** 128n - 1n);
  expect(alwaysSet).toBe(0n);
});

test.each([
  newContextId(),
  "db792233-8df3-416c-8d80-a70038747b74",
  "a",
  "A.b_c~d-9",
  "x".repeat(100),
])("%s is a context ID", (id) => {
  expect(isContextId(id)).toBe(true);
});

test.each(["", " ", "a b", "x".repeat(101), "a;b", "a=b", "a,b", "é", "a\n", undefined, null, 7])(
  "%j is no context ID",
  (value) => {
    expect(isContextId(value)).toBe(false);
  },
);

test("a log holds 12 hex digits of an ID's SHA-256", () => {
  // printf %s db792233-8df3-416c-8d80-a70038747b74 | sha256sum
  expect(hashContextId("db792233-8df3-416c-8d80-a70038747b74")).toBe("0659847255a4");
});
