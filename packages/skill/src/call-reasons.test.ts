import { expect, test } from "@jest/globals";
import fromFile from "../call-reasons.json" with { type: "json" };
import { isReasonId, reasonIds } from "./call-reasons.ts";

test("the typed reasons are those of call-reasons.json, in its order", () => {
  expect(reasonIds).toEqual(fromFile);
});

test("only a listed id is a reason", () => {
  expect(fromFile.every(isReasonId)).toBe(true);
  expect(isReasonId("gardening")).toBe(false);
  expect(isReasonId(undefined)).toBe(false);
});
