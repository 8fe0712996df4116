import { expect, test } from "@jest/globals";
import { languageOf } from "../languages/language-of.ts";
import { spelledCharacters, spelledDigits } from "./spelled.ts";
import { utterance } from "./utterance.ts";

const characters = (text: string, locale: string) =>
  spelledCharacters(utterance(text), languageOf(locale).numbers);
const digits = (text: string, locale: string) =>
  spelledDigits(utterance(text), languageOf(locale).numbers);

test.each([
  ["AB12", "en-US", "ab12"],
  ["a b one two", "en-US", "ab12"],
  ["A. B. 1. 2.", "en-US", "ab12"],
  ["AB-12", "en-US", "ab12"],
  ["QRS", "en-US", "qrs"],
  ["x double seven y", "en-US", "x77y"],
  ["triple a 9", "en-US", "aaa9"],
  ["one hundred and five b", "en-US", "105b"],
  ["oh oh seven", "en-US", "007"],
  ["four four dash one two", "en-US", "44-12"],
  ["a dot 7 hyphen b", "en-US", "a.7-b"],
  ["dash", "en-US", undefined],
  ["a guión siete", "es-US", "a-7"],
  ["b tiret sept", "fr-CA", "b-7"],
  ["a be", "en-US", undefined],
  ["billing", "en-US", undefined],
  ["double", "en-US", undefined],
  ["double twenty", "en-US", undefined],
  ["", "en-US", undefined],
  ["a b uno dos", "es-US", "ab12"],
  ["treinta y uno", "es-US", "31"],
  ["tres y cuatro", "es-US", "3y4"],
  ["a be doble cinco", "es-US", undefined],
  ["a b quatre-vingt-dix", "fr-CA", "ab90"],
  ["vingt et un c", "fr-CA", "21c"],
])("%p spells in %s %p", (text, locale, expected) => {
  expect(characters(text, locale)).toBe(expected);
});

test.each([
  ["one two three", "123"],
  ["42", "42"],
  ["1,234", "1234"],
  ["forty two", "42"],
  ["double seven", "77"],
  ["a one", undefined],
])("%p is the number %p", (text, expected) => {
  expect(digits(text, "en-US")).toBe(expected);
});
