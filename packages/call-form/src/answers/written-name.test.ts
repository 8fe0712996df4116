import { expect, test } from "@jest/globals";
import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";
import { writtenName } from "./written-name.ts";

test.each<[spoken: string, written: string]>([
  ["ana", "Ana"],
  ["mary ann", "Mary Ann"],
  ["jean-pierre", "Jean-Pierre"],
  ["josé", "José"],
  ["e\u0301ric", "E\u0301ric"],
  ["élodie", "Élodie"],
  ["ñusta", "Ñusta"],
  ["o'neil", "O'Neil"],
  ["d’angelo", "D’Angelo"],
  ["mary's", "Mary's"],
  ["maría de los ángeles", "María de los Ángeles"],
  ["de", "De"],
  ["de la cruz", "De la Cruz"],
  ["j. r.", "J. R."],
  ["DeShawn", "DeShawn"],
  ["ANA", "ANA"],
  ["anna McDonald", "anna McDonald"],
  ["李", "李"],
  ["", ""],
])("%j is written %j", (spoken, written) => {
  expect(writtenName(spoken)).toBe(written);
});

test("a name that is written already stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const written = writtenName(text);
      expect(writtenName(written)).toBe(written);
    }),
  );
});
