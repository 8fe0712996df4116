import { expect, test } from "@jest/globals";
import { languageOf } from "../languages/language-of.ts";
import { today } from "../testing/hearing.ts";
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
  expect(spokenDate(utterance(text), languageOf(locale), today)).toBe(date);
});

test.each([
  ["en-US", "right now", "PRESENT_REF"],
  ["en-US", "today", "2015-11-24"],
  ["en-US", "tomorrow", "2015-11-25"],
  ["en-US", "the day after tomorrow", "2015-11-26"],
  ["en-US", "November twenty-fifth", "2015-11-25"],
  ["en-US", "May third", "2016-05-03"],
  ["en-US", "February 29th", "2016-02-29"],
  ["en-US", "next Monday", "2015-11-30"],
  ["en-US", "on Friday", "2015-11-27"],
  ["en-US", "Tuesday", "2015-12-01"],
  ["en-US", "last Monday", "2015-11-23"],
  ["en-US", "last Tuesday", "2015-11-17"],
  ["en-US", "this week", "2015-W48"],
  ["en-US", "next week", "2015-W49"],
  ["en-US", "this weekend", "2015-W48-WE"],
  ["en-US", "this month", "2015-11"],
  ["en-US", "next month", "2015-12"],
  ["en-US", "July", "2016-07"],
  ["en-US", "May nineteen eighty", "1980-05"],
  ["en-US", "next year", "2016"],
  ["en-US", "twenty twenty seven", "2027"],
  ["en-US", "this decade", "201X"],
  ["en-US", "next winter", "2015-WI"],
  ["en-US", "this summer", "2015-SU"],
  ["es-US", "mañana", "2015-11-25"],
  ["es-US", "el próximo lunes", "2015-11-30"],
  ["es-US", "el lunes que viene", "2015-11-30"],
  ["es-US", "la semana que viene", "2015-W49"],
  ["es-US", "este fin de semana", "2015-W48-WE"],
  ["es-US", "el tres de mayo", "2016-05-03"],
  ["fr-CA", "demain", "2015-11-25"],
  ["fr-CA", "après-demain", "2015-11-26"],
  ["fr-CA", "lundi prochain", "2015-11-30"],
  ["fr-CA", "la semaine prochaine", "2015-W49"],
  ["fr-CA", "ce week-end", "2015-W48-WE"],
  ["fr-CA", "l'année prochaine", "2016"],
  ["de-DE", "morgen", "2015-11-25"],
  ["de-DE", "übermorgen", "2015-11-26"],
  ["de-DE", "nächsten Montag", "2015-11-30"],
  ["de-DE", "am Freitag", "2015-11-27"],
  ["de-DE", "nächste Woche", "2015-W49"],
  ["de-DE", "am dritten Mai", "2016-05-03"],
  ["de-DE", "der 3. Mai 1980", "1980-05-03"],
  ["de-DE", "der einundzwanzigste Dezember neunzehnhundertneunundneunzig", "1999-12-21"],
  ["de-DE", "dieses Wochenende", "2015-W48-WE"],
  ["it-IT", "domani", "2015-11-25"],
  ["it-IT", "lunedì prossimo", "2015-11-30"],
  ["it-IT", "la settimana prossima", "2015-W49"],
  ["it-IT", "il tre maggio millenovecentottanta", "1980-05-03"],
  ["it-IT", "il primo gennaio duemiladieci", "2010-01-01"],
  ["pt-BR", "amanhã", "2015-11-25"],
  ["pt-BR", "segunda-feira", "2015-11-30"],
  ["pt-BR", "próxima segunda-feira", "2015-11-30"],
  ["pt-BR", "semana que vem", "2015-W49"],
  ["pt-BR", "três de maio de mil novecentos e oitenta", "1980-05-03"],
])("in %s, on Tuesday, 24 November 2015, %j is %s", (locale, text, date) => {
  expect(spokenDate(utterance(text), languageOf(locale), today)).toBe(date);
});

test.each([
  ["a day that there is not", "february thirtieth nineteen eighty"],
  ["no month", "the third nineteen eighty"],
  ["words around it", "I was born on May third nineteen eighty"],
  ["other digits", "2045-55-0123"],
])("%s is no date that is read: %j", (_, text) => {
  expect(spokenDate(utterance(text), languageOf("en-US"), today)).toBeUndefined();
});
