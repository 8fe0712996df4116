import type { DateWords, RelativeDate } from "../languages/date-words.ts";
import type { Language } from "../languages/language.ts";
import { daysLater, isoDay, isoWeek, type LocalTime, twoDigits } from "./local-time.ts";
import { digitsOf, isNumberWord } from "./spoken-number.ts";
import type { Utterance } from "./utterance.ts";

/**
 * A date as AMAZON.DATE gives it ("Slot Type Reference"): a day (`1980-05-03`), a week (`2015-W49`), a weekend
 * (`2015-W49-WE`), a month, a season (`2017-SU`), a year, a decade (`201X`), or `PRESENT_REF`. What has no year is the
 * next one to come. Alexa knows many more; they are `undefined` here.
 */
export function spokenDate(
  said: Utterance,
  language: Language,
  today: LocalTime,
): string | undefined {
  const { dates } = language;
  const all = said.tokens.map(({ word }) => word);
  const words = all.filter((word) => !dates.fillers.includes(word));
  return (
    isoDate(words.join("-")) ??
    relativeDate(words, dates, today) ??
    relativeDate(all, dates, today) ??
    dayAndMonth(words, language, today) ??
    qualified(words, dates, today) ??
    year(words, language)
  );
}

function relativeDate(
  words: readonly string[],
  { relative }: DateWords,
  today: LocalTime,
): string | undefined {
  const found = relative.get(words.join(" "));
  return found && written(found, today);
}

function written({ unit, offset }: RelativeDate, today: LocalTime): string {
  const { year, month } = today;
  switch (unit) {
    case "now":
      return "PRESENT_REF";
    case "day":
      return isoDay(daysLater(today, offset));
    case "week":
      return isoWeek(daysLater(today, 7 * offset));
    case "weekend":
      return `${isoWeek(daysLater(today, 7 * offset))}-WE`;
    case "month": {
      const months = year * 12 + month - 1 + offset;
      return `${Math.floor(months / 12)}-${twoDigits((months % 12) + 1)}`;
    }
    case "year":
      return String(year + offset);
    case "decade":
      return `${Math.floor(year / 10) + offset}X`;
  }
}

/** A day of a month, with its year or without it. */
function dayAndMonth(
  words: readonly string[],
  language: Language,
  today: LocalTime,
): string | undefined {
  const { months } = language.dates;
  const at = words.findIndex((word) => months.includes(word));
  if (at < 0) return undefined;
  const month = months.indexOf(words[at] ?? "") + 1;
  const day = (spoken: readonly string[], year: readonly string[]) =>
    year.length === 0
      ? nextDay(month, dayOf(spoken, language), today)
      : isoDate(
          [numberOf(year, language), month, dayOf(spoken, language)].map(twoDigits).join("-"),
        );
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  if (before.length > 0) return day(before, after);
  const splits = after.map((_, index) => day(after.slice(0, index + 1), after.slice(index + 1)));
  const ofYear = numberOf(after, language);
  return (
    splits.find((date) => date !== undefined) ??
    (ofYear >= 1000 ? `${ofYear}-${twoDigits(month)}` : undefined)
  );
}

/** The next time that this day comes; today counts. */
function nextDay(month: number, day: number, today: LocalTime): string | undefined {
  const isPast = month < today.month || (month === today.month && day < today.day);
  const dates = [0, 1, 2, 3, 4].map((years) => {
    const year = today.year + (isPast ? 1 : 0) + years;
    return isoDate([year, month, day].map(twoDigits).join("-"));
  });
  // 29 February may be years ahead.
  return day <= 29 ? dates.find((date) => date !== undefined) : dates[0];
}

/** A weekday, a month or a season alone, or with "next", "this", "last". */
function qualified(
  words: readonly string[],
  dates: DateWords,
  today: LocalTime,
): string | undefined {
  const { weekdays, months, seasons, next, current, last } = dates;
  const text = words.join(" ");
  for (const word of [...weekdays, ...months, ...seasons.keys()]) {
    const rest = ` ${text} `.includes(` ${word} `) ? without(text, word) : undefined;
    if (rest === undefined || !["", ...next, ...current, ...last].includes(rest)) continue;
    const isLast = last.includes(rest);
    if (weekdays.includes(word)) return weekday(weekdays.indexOf(word) + 1, isLast, today);
    if (months.includes(word)) return month(months.indexOf(word) + 1, isLast, today);
    const season = seasons.get(word);
    if (season)
      return `${seasonYear(season, { isLast, isNext: next.includes(rest) }, today)}-${season}`;
  }
  return undefined;
}

function without(text: string, phrase: string): string {
  return ` ${text} `.replace(` ${phrase} `, " ").trim();
}

function weekday(day: number, isLast: boolean, today: LocalTime): string {
  const ahead = (day - today.weekday + 6) % 7;
  return isoDay(daysLater(today, isLast ? ahead + 1 - 7 - (ahead === 6 ? 7 : 0) : ahead + 1));
}

function month(wanted: number, isLast: boolean, { year, month: now }: LocalTime): string {
  const ahead = wanted < now ? year + 1 : year;
  return `${isLast ? ahead - 1 : ahead}-${twoDigits(wanted)}`;
}

/** The month in which each season begins, north of the equator. */
const seasonStart = { SP: 3, SU: 6, FA: 9, WI: 12 } as const;

function seasonYear(
  season: keyof typeof seasonStart,
  { isLast, isNext }: { readonly isLast: boolean; readonly isNext: boolean },
  { year, month: now }: LocalTime,
): number {
  const hasBegun = now >= seasonStart[season];
  if (isNext) return hasBegun ? year + 1 : year;
  if (isLast) return hasBegun ? year : year - 1;
  return year;
}

/** "twenty twenty seven". */
function year(words: readonly string[], language: Language): string | undefined {
  const number = words.length === 0 ? Number.NaN : numberOf(words, language);
  return number >= 1900 && number <= 2100 ? String(number) : undefined;
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
export function ordinalOf(
  word: string,
  { ordinals, ordinalEndings }: DateWords,
): number | undefined {
  const [, digits, ending = ""] = /^(\d+)(\p{L}*)$/u.exec(word) ?? [];
  if (digits === undefined) return ordinals.get(word);
  return ordinalEndings.includes(ending) ? Number(digits) : undefined;
}

/** Not a number where a word is none. */
function numberOf(words: readonly string[], { numbers }: Language): number {
  const isPart = (word: string) => isNumberWord(word, numbers) || numbers.joints.includes(word);
  return words.every(isPart) ? Number.parseInt(digitsOf(words, numbers), 10) : Number.NaN;
}

function isoDate(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as a day of March.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isDay ? text : undefined;
}
