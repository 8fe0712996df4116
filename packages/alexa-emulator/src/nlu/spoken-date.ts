import type { DateWords } from "../languages/date-words.ts";
import type { Language } from "../languages/language.ts";
import { digitsOf, isNumberWord } from "./spoken-number.ts";
import type { Utterance } from "./utterance.ts";

/**
 * A day with its year as AMAZON.DATE gives it, ISO 8601: "May third nineteen eighty" is `1980-05-03`. Alexa knows many
 * more dates, such as "tomorrow", which depend on when they are said; they are `undefined` here.
 */
export function spokenDate(said: Utterance, language: Language): string | undefined {
  const { dates } = language;
  const isMeant = (word: string) => !dates.fillers.includes(word);
  const words = said.tokens.map(({ word }) => word).filter(isMeant);
  const typed = isoDate(words.join("-"));
  if (typed !== undefined) return typed;
  const at = words.findIndex((word) => dates.months.includes(word));
  if (at < 0) return undefined;
  const month = dates.months.indexOf(words[at] ?? "") + 1;
  const written = (day: readonly string[], year: readonly string[]) =>
    isoDate([numberOf(year, language), month, dayOf(day, language)].map(twoDigits).join("-"));
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  if (before.length > 0) return written(before, after);
  const splits = after.map((_, index) => written(after.slice(0, index), after.slice(index)));
  return splits.find((date) => date !== undefined);
}

function dayOf(words: readonly string[], language: Language): number {
  const tens = words.slice(0, -1);
  const last = words.at(-1) ?? "";
  const ordinal = ordinalOf(last, language.dates);
  if (ordinal === undefined) return numberOf(words, language);
  // "twenty first"
  return tens.length === 0 ? ordinal : numberOf(tens, language) + ordinal;
}

/** "third", "3rd", "1er". */
function ordinalOf(word: string, { ordinals }: DateWords): number | undefined {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th|er|o)$/.exec(word) ?? [];
  return digits === undefined ? ordinals.get(word) : Number(digits);
}

/** Not a number where a word is none. */
function numberOf(words: readonly string[], { numbers }: Language): number {
  const isPart = (word: string) => isNumberWord(word, numbers) || numbers.joints.includes(word);
  return words.every(isPart) ? Number.parseInt(digitsOf(words, numbers), 10) : Number.NaN;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function isoDate(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as a day of March.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isDay ? text : undefined;
}
