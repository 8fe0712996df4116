import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyCharacter } from "./any-character.ts";

const ends = ["\0", "a", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"];

test("each is one character, of all that there are", () => {
  fc.assert(
    fc.property(anyCharacter, (character) => {
      expect([...character]).toHaveLength(1);
      expect(character).not.toMatch(/\p{Surrogate}/u);
    }),
  );
  const seen = fc.sample(anyCharacter, { numRuns: 2000, seed: 1 });
  expect(seen.some((character) => character <= "\u007f")).toBe(true);
  expect(seen.some((character) => character.length === 2)).toBe(true);
});

test.each(ends)("%j can be made smaller, so it can be made", (character) => {
  expect(anyCharacter.canShrinkWithoutContext(character)).toBe(true);
  const smaller = [...anyCharacter.shrink(character, undefined)];
  expect(smaller.length > 0).toBe(character !== "\0");
});

test.each(["", "ab", "\ud800", "\udfff", 7])("%j cannot", (value) => {
  expect(anyCharacter.canShrinkWithoutContext(value)).toBe(false);
});

test("texts of it are dangerous ones, too", () => {
  const texts = fc.sample(fc.string({ unit: anyCharacter }), { numRuns: 5000, seed: 1 });
  expect(texts).toContain("__proto__");
});
