import { expect, test } from "@jest/globals";
import { languageOf } from "../languages/language-of.ts";
import { spokenDuration } from "./spoken-duration.ts";
import { utterance } from "./utterance.ts";

test.each([
  ["en-US", "ten minutes", "PT10M"],
  ["en-US", "five hours", "PT5H"],
  ["en-US", "three days", "P3D"],
  ["en-US", "forty five seconds", "PT45S"],
  ["en-US", "eight weeks", "P8W"],
  ["en-US", "seven years", "P7Y"],
  ["en-US", "five hours ten minutes", "PT5H10M"],
  ["en-US", "two years three hours ten minutes", "P2YT3H10M"],
  ["en-US", "an hour", "PT1H"],
  ["en-US", "half an hour", "PT30M"],
  ["en-US", "an hour and a half", "PT1H30M"],
  ["en-US", "two and a half hours", "PT2H30M"],
  ["en-US", "1 hour and 20 minutes", "PT1H20M"],
  ["en-US", "a month", "P1M"],
  ["es-US", "diez minutos", "PT10M"],
  ["es-US", "hora y media", undefined],
  ["es-US", "una hora y media", "PT1H30M"],
  ["es-US", "dos horas y diez minutos", "PT2H10M"],
  ["es-US", "media hora", "PT30M"],
  ["fr-CA", "une heure et demie", "PT1H30M"],
  ["fr-CA", "trois semaines", "P3W"],
  ["fr-CA", "deux ans trois heures", "P2YT3H"],
  ["de-DE", "zehn Minuten", "PT10M"],
  ["de-DE", "eine halbe Stunde", "PT30M"],
  ["de-DE", "zwei Stunden und fünfzehn Minuten", "PT2H15M"],
  ["it-IT", "mezz'ora", "PT30M"],
  ["it-IT", "un'ora e mezza", "PT1H30M"],
  ["it-IT", "ventuno giorni", "P21D"],
  ["pt-BR", "meia hora", "PT30M"],
  ["pt-BR", "uma hora e meia", "PT1H30M"],
  ["pt-BR", "vinte e cinco minutos", "PT25M"],
  ["en-US", "ten", undefined],
  ["en-US", "minutes", undefined],
  ["en-US", "ten minutes please", undefined],
])("in %s, %j is the duration %s", (locale, text, duration) => {
  expect(spokenDuration(utterance(text), languageOf(locale))).toBe(duration);
});
