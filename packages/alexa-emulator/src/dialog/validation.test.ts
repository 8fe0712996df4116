import { expect, test } from "@jest/globals";
import type { Resolutions } from "../nlu/entity-resolution.ts";
import { failedValidation } from "./validation.ts";

function resolved(code: "ER_SUCCESS_MATCH" | "ER_SUCCESS_NO_MATCH", name = ""): Resolutions {
  const values = [{ value: { name, id: "id" } }];
  const status = { code };
  const authority = "authority";
  return {
    resolutionsPerAuthority: [
      code === "ER_SUCCESS_MATCH" ? { authority, status, values } : { authority, status },
    ],
  };
}

function passes(type: string, value: string, values: string[], resolutions?: Resolutions): boolean {
  const slot = {
    name: "slot",
    confirmationStatus: "NONE",
    value,
    ...(resolutions && { resolutions }),
  } as const;
  return failedValidation(slot, [{ type, prompt: "p", values }]) === undefined;
}

test.each([
  ["isInSet", "Red", ["red", "blue"], true],
  ["isInSet", "green", ["red", "blue"], false],
  ["isNotInSet", "green", ["red"], true],
  ["isNotInSet", "red", ["red"], false],
  ["isGreaterThan", "3", ["2"], true],
  ["isGreaterThan", "2", ["2"], false],
  ["isGreaterThanOrEqualTo", "2", ["2"], true],
  ["isGreaterThanOrEqualTo", "1", ["2"], false],
  ["isLessThan", "1", ["2"], true],
  ["isLessThan", "2", ["2"], false],
  ["isLessThanOrEqualTo", "2", ["2"], true],
  ["isLessThanOrEqualTo", "3", ["2"], false],
  ["isLessThan", "many", ["2"], false],
])("%s: %p against %j passes: %p", (type, value, values, expected) => {
  expect(passes(type, value, values)).toBe(expected);
});

test("a set may name what the words were resolved to", () => {
  expect(passes("isInSet", "scarlet", ["red"], resolved("ER_SUCCESS_MATCH", "red"))).toBe(true);
});

test("hasEntityResolutionMatch wants a match", () => {
  const check = (resolutions?: Resolutions) =>
    passes("hasEntityResolutionMatch", "a", [], resolutions);
  expect(check(resolved("ER_SUCCESS_MATCH"))).toBe(true);
  expect(check(resolved("ER_SUCCESS_NO_MATCH"))).toBe(false);
  expect(check()).toBe(false);
});

test("a match of any authority is one", () => {
  const resolutions = {
    resolutionsPerAuthority: [
      ...resolved("ER_SUCCESS_NO_MATCH").resolutionsPerAuthority,
      ...resolved("ER_SUCCESS_MATCH").resolutionsPerAuthority,
    ],
  };
  expect(passes("hasEntityResolutionMatch", "a", [], resolutions)).toBe(true);
});

test("a validation that is not emulated lets everything pass", () => {
  expect(passes("isInDuration", "2026-11-23", [])).toBe(true);
});

test("the first validation that fails is the answer", () => {
  const slot = { name: "slot", confirmationStatus: "NONE", value: "5" } as const;
  const validations = [
    { type: "isLessThan", prompt: "first", values: ["10"] },
    { type: "isLessThan", prompt: "second", values: ["4"] },
    { type: "isLessThan", prompt: "third", values: ["3"] },
  ];
  expect(failedValidation(slot, validations)?.prompt).toBe("second");
});
