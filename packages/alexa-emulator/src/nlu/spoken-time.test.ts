import { expect, test } from "@jest/globals";
import { languageOf } from "../languages/language-of.ts";
import { spokenTime } from "./spoken-time.ts";
import { utterance } from "./utterance.ts";

test.each([
  ["en-US", "four o'clock in the morning", "04:00"],
  ["en-US", "two p.m.", "14:00"],
  ["en-US", "5pm", "17:00"],
  ["en-US", "5:30 pm", "17:30"],
  ["en-US", "five thirty", "05:30"],
  ["en-US", "seven oh five", "07:05"],
  ["en-US", "half past five in the afternoon", "17:30"],
  ["en-US", "a quarter to six", "05:45"],
  ["en-US", "quarter past twelve at night", "00:15"],
  ["en-US", "ten to one", "00:50"],
  ["en-US", "twenty past nine p.m.", "21:20"],
  ["en-US", "17:45", "17:45"],
  ["en-US", "noon", "12:00"],
  ["en-US", "midnight", "00:00"],
  ["en-US", "twelve a.m.", "00:00"],
  ["en-US", "in the morning", "MO"],
  ["en-US", "afternoon", "AF"],
  ["en-US", "this evening", "EV"],
  ["en-US", "tonight", "NI"],
  ["es-US", "a las cinco y media de la tarde", "17:30"],
  ["es-US", "las seis menos cuarto", "05:45"],
  ["es-US", "las diez y veinte de la noche", "22:20"],
  ["es-US", "mediodía", "12:00"],
  ["es-US", "por la tarde", "AF"],
  ["fr-CA", "cinq heures et demie du soir", "17:30"],
  ["fr-CA", "dix-sept heures trente", "17:30"],
  ["fr-CA", "six heures moins le quart", "05:45"],
  ["fr-CA", "midi", "12:00"],
  ["fr-CA", "l'après-midi", "AF"],
  ["de-DE", "um fünf Uhr dreißig", "05:30"],
  ["de-DE", "halb sechs abends", "17:30"],
  ["de-DE", "Viertel vor sechs", "05:45"],
  ["de-DE", "siebzehn Uhr", "17:00"],
  ["de-DE", "mittags", "12:00"],
  ["de-DE", "am Abend", "EV"],
  ["it-IT", "alle cinque e mezza del pomeriggio", "17:30"],
  ["it-IT", "le sei meno un quarto", "05:45"],
  ["it-IT", "mezzanotte", "00:00"],
  ["it-IT", "stasera", "EV"],
  ["pt-BR", "às cinco e meia da tarde", "17:30"],
  ["pt-BR", "dez horas da noite", "22:00"],
  ["pt-BR", "meio-dia", "12:00"],
  ["pt-BR", "de manhã", "MO"],
])("in %s, %j is the time %s", (locale, text, time) => {
  expect(spokenTime(utterance(text), languageOf(locale))).toBe(time);
});

test.each(["twenty five thirty", "five seventy", "soon", "at the station", ""])(
  "%j is no time",
  (text) => {
    expect(spokenTime(utterance(text), languageOf("en-US"))).toBeUndefined();
  },
);
