import { expect, test } from "@jest/globals";
import type { OpenHours, Weekday } from "../form/call-form.ts";
import { hoursInWords } from "./hours-in-words.ts";
import { languageWordsOf } from "./language-words-of.ts";

const workdays: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];
const everyDay: readonly Weekday[] = [...workdays, "saturday", "sunday"];

const at = (days: readonly Weekday[], from: string, to: string): OpenHours => ({ days, from, to });

const office = [at(workdays, "08:30", "17:00"), at(["saturday"], "09:00", "12:00")];
const withLunch = [at(workdays, "08:00", "12:00"), at(workdays, "13:00", "20:30")];

test.each<[readonly OpenHours[], string, string, string]>([
  [
    office,
    "Monday to Friday from 8:30 AM to 5 PM, and Saturday from 9 AM to noon",
    "de lunes a viernes de las 8:30 de la mañana a las 5 de la tarde, y los sábados de las 9 de la mañana a las 12 del mediodía",
    "du lundi au vendredi de 8 h 30 à 17 h, et le samedi de 9 h à midi",
  ],
  [
    withLunch,
    "Monday to Friday from 8 AM to noon and from 1 PM to 8:30 PM",
    "de lunes a viernes de las 8 de la mañana a las 12 del mediodía y de la 1 de la tarde a las 8:30 de la noche",
    "du lundi au vendredi de 8 h à midi et de 13 h à 20 h 30",
  ],
  [
    [at(everyDay, "00:00", "24:00")],
    "every day, around the clock",
    "todos los días, las 24 horas",
    "tous les jours, 24 heures sur 24",
  ],
  [
    [at(["sunday", "saturday"], "10:00", "24:00")],
    "Saturday and Sunday from 10 AM to midnight",
    "los sábados y los domingos de las 10 de la mañana a las 12 de la noche",
    "le samedi et le dimanche de 10 h à minuit",
  ],
  [
    [at(["monday", "wednesday", "friday"], "09:00", "12:15")],
    "Monday, Wednesday and Friday from 9 AM to 12:15 PM",
    "los lunes, los miércoles y los viernes de las 9 de la mañana a las 12:15 de la tarde",
    "le lundi, le mercredi et le vendredi de 9 h à 12 h 15",
  ],
])("%j", (open, en, es, fr) => {
  const words = (["en", "es", "fr"] as const).map((language) =>
    hoursInWords(open, languageWordsOf(language).hours),
  );
  expect(words).toEqual([en, es, fr]);
});
