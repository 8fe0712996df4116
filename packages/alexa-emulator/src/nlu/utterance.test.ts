import { expect, test } from "@jest/globals";
import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";
import { part, spoken, utterance, wordKey, words } from "./utterance.ts";

test.each([
  ["Ask Example Support to call billing.", ["ask", "example", "support", "to", "call", "billing"]],
  ["I'm Anna", ["i", "m", "anna"]],
  ["d’appeler l'état", ["d", "appeler", "l", "etat"]],
  ["¿Facturación, por favor?", ["facturacion", "por", "favor"]],
  ["AB-12 3.4", ["ab", "12", "3", "4"]],
  ["  ", []],
  ["", []],
])("the words of %p are %p", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test("a part keeps the text as it was written", () => {
  const said = utterance("my name is Jean-Luc, thanks");
  expect(spoken(part(said, 3, 5))).toBe("Jean-Luc");
});

test("an empty part has no text", () => {
  expect(spoken(part(utterance("hello"), 1))).toBe("");
});

test("the same words in another writing have one key", () => {
  expect(wordKey("Où est ma commande?")).toBe(wordKey("ou est ma commande"));
});

test("any text has words and every word stands in the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      for (const token of utterance(text).tokens) {
        expect(token.end).toBeGreaterThan(token.start);
        expect(text.slice(token.start, token.end)).not.toBe("");
      }
    }),
  );
});
