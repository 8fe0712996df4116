import { expect, test } from "@jest/globals";
import { readCallFormFile } from "@skill-call/call-form/files";
import { brokenVariants } from "../src/broken/broken-variants.ts";
import { invariantNames } from "../src/invariants/invariants.ts";
import { callsUntilCaught } from "../src/run/catch-broken.ts";

const form = readCallFormFile("../../call-form.json");

test("every invariant is broken by a part that was made wrong on purpose", () => {
  const broken = new Set(Object.values(brokenVariants).map(({ breaks }) => breaks));
  expect([...broken].sort()).toEqual([...invariantNames].sort());
});

test.each(Object.entries(brokenVariants))("%s is noticed", async (_name, variant) => {
  expect(await callsUntilCaught(variant, { seed: 1, form, calls: 800 })).toBeDefined();
});
