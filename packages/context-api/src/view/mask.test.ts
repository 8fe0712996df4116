import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { mask } from "./mask.ts";

test.each([
  ["+12045551111", "••••1111"],
  ["ACC-7781-Q", "••••1-Q"],
  ["AC1234", "••••34"],
  ["123", "••••3"],
  ["12", "••••"],
  ["", "••••"],
  ["𝄞𝄞𝄞", "••••𝄞"],
])("%s is shown as %s", (text, shown) => {
  expect(mask(text)).toBe(shown);
});

test("at most a third and at most four characters are shown, and never how many are not", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const shown = mask(text).slice("••••".length);
      expect(shown.length).toBeLessThanOrEqual(Math.min(4, text.length / 3));
      expect(text.endsWith(shown)).toBe(true);
    }),
  );
});
