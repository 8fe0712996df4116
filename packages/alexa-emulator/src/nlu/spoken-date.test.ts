import { expect, test } from "@jest/globals";
import { languageOf } from "../languages/language-of.ts";
import { spokenDate } from "./spoken-date.ts";
import { utterance } from "./utterance.ts";

test.each([
  ["en-US", "May third nineteen eighty", "1980-05-03"],
  ["en-US", "the third of May, nineteen eighty", "1980-05-03"],
  ["en-US", "May 3rd, 1980", "1980-05-03"],
  ["en-US", "3 May 1980", "1980-05-03"],
  ["en-US", "december twenty first two thousand and one", "2001-12-21"],
  ["en-US", "the thirty first of January twenty ten", "2010-01-31"],
  ["en-US", "february twenty nineteen ninety nine", "1999-02-20"],
  ["en-US", "1980-05-03", "1980-05-03"],
  ["es-US", "el tres de mayo de mil novecientos ochenta", "1980-05-03"],
  ["es-US", "primero de enero del dos mil diez", "2010-01-01"],
  ["es-US", "treinta y uno de diciembre de 1999", "1999-12-31"],
  ["fr-CA", "le trois mai mille neuf cent quatre-vingts", "1980-05-03"],
  ["fr-CA", "le premier février 1999", "1999-02-01"],
  ["fr-CA", "1er août deux mille", "2000-08-01"],
  ["fr-CA", "vingt et un décembre mille neuf cent quatre-vingt-dix-neuf", "1999-12-21"],
])("in %s, %j is %s", (locale, text, date) => {
  expect(spokenDate(utterance(text), languageOf(locale))).toBe(date);
});

test.each([
  ["a day that there is not", "february thirtieth nineteen eighty"],
  ["no year", "May third"],
  ["no day", "May nineteen eighty"],
  ["no month", "the third nineteen eighty"],
  ["a day that depends on today", "tomorrow"],
  ["words around it", "I was born on May third nineteen eighty"],
  ["other digits", "2045-55-0123"],
])("%s is no date that is read: %j", (_, text) => {
  expect(spokenDate(utterance(text), languageOf("en-US"))).toBeUndefined();
});
