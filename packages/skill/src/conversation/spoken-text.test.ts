import { expect, test } from "@jest/globals";
import { spokenText } from "./spoken-text.ts";

test.each([
  ["ana", "ana"],
  ["  ana   maria ", "ana maria"],
  ["AT&T", "AT&T"],
  ["l'ère \u0000 numérique", "l'ère numérique"],
  ["a\ud800b", "a b"],
  ["?", undefined],
  ["  ", undefined],
  ["", undefined],
  [undefined, undefined],
])("of %j it keeps %j", (value, expected) => {
  expect(spokenText(value)).toBe(expected);
});

test("a very long answer is cut between characters, not inside one", () => {
  expect(spokenText("😀".repeat(500))).toBe("😀".repeat(120));
});
