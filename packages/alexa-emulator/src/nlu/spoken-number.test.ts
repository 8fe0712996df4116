import { expect, test } from "@jest/globals";
import { languageOf } from "../languages/language-of.ts";
import { digitsOf } from "./spoken-number.ts";
import { words } from "./utterance.ts";

function digits(text: string, locale: string): string {
  return digitsOf(words(text), languageOf(locale).numbers);
}

test.each([
  ["one two three", "123"],
  ["zero zero seven", "007"],
  ["oh one", "01"],
  ["twelve", "12"],
  ["twenty one", "21"],
  ["twenty twenty one", "2021"],
  ["twelve thirty four", "1234"],
  ["ten seven", "107"],
  ["one hundred", "100"],
  ["one hundred and five", "105"],
  ["hundred", "100"],
  ["one hundred twenty three thousand four hundred fifty six", "123456"],
  ["two thousand twenty six", "2026"],
  ["forty two 7 11", "42711"],
  ["5 hundred", "5100"],
])("English %p is %p", (text, expected) => {
  expect(digits(text, "en-US")).toBe(expected);
});

test.each([
  ["uno dos tres", "123"],
  ["treinta y uno", "31"],
  ["veintidós", "22"],
  ["dieciséis", "16"],
  ["ciento veinte", "120"],
  ["doscientos cinco", "205"],
  ["mil novecientos ochenta y cuatro", "1984"],
  ["dos mil", "2000"],
  ["cero uno", "01"],
])("Spanish %p is %p", (text, expected) => {
  expect(digits(text, "es-US")).toBe(expected);
});

test.each([
  ["un deux trois", "123"],
  ["dix-sept", "17"],
  ["vingt et un", "21"],
  ["soixante-dix", "70"],
  ["soixante et onze", "71"],
  ["soixante-dix-sept", "77"],
  ["quatre-vingts", "80"],
  ["quatre-vingt-dix-neuf", "99"],
  ["cent quatre-vingt-un", "181"],
  ["deux cents", "200"],
  ["mille neuf cent quatre-vingt-quatre", "1984"],
  ["deux mille", "2000"],
  ["zéro un", "01"],
])("French %p is %p", (text, expected) => {
  expect(digits(text, "fr-CA")).toBe(expected);
});
