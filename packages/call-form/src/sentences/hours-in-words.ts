import { type OpenHours, type Weekday, weekdays } from "../form/call-form.ts";

/** How a language says days and times of the day. */
export interface HoursWords {
  readonly days: Readonly<Record<Weekday, string>>;
  readonly everyDay: string;
  /** "Monday to Friday". */
  run(first: Weekday, last: Weekday): string;
  readonly and: string;
  /** What follows the days: " from 8:30 AM to 5 PM". */
  span(from: TimeOfDay, to: TimeOfDay): string;
  /** The same for a whole day: ", around the clock". */
  readonly allDay: string;
}

/** A time of the day; 24 hours are the end of it. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** The hours as a phrase: "Monday to Friday from 8 AM to noon and from 1 PM to 5 PM, and Saturday from 9 AM to noon". */
export function hoursInWords(open: readonly OpenHours[], words: HoursWords): string {
  const spans = new Map<string, string[]>();
  for (const { days, from, to } of open) {
    const named = daysInWords(days, words);
    spans.set(named, [...(spans.get(named) ?? []), spanInWords(from, to, words)]);
  }
  const phrases = [...spans].map(([days, times]) => `${days}${listed(times, ` ${words.and}`)}`);
  return listed(phrases, `, ${words.and} `);
}

function daysInWords(days: readonly Weekday[], words: HoursWords): string {
  const runs = runsOf(days);
  const [only] = runs;
  if (runs.length === 1 && only?.length === weekdays.length) return words.everyDay;
  const phrases = runs.flatMap((run) => {
    const [first, last] = [run.at(0), run.at(-1)];
    if (first === undefined || last === undefined) return [];
    return run.length > 2 ? [words.run(first, last)] : run.map((day) => words.days[day]);
  });
  return listed(phrases, ` ${words.and} `);
}

/** Days that follow one another, each once and in the week's order. */
function runsOf(days: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = [];
  for (const [index, day] of weekdays.entries()) {
    if (!days.includes(day)) continue;
    const before = weekdays[index - 1];
    const run = before !== undefined && days.includes(before) ? runs.at(-1) : undefined;
    if (run) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function spanInWords(from: string, to: string, words: HoursWords): string {
  if (from === "00:00" && to === "24:00") return words.allDay;
  return words.span(timeOfDay(from), timeOfDay(to));
}

function timeOfDay(text: string): TimeOfDay {
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  return { hour, minute };
}

/** "a", "a and b", "a, b and c". */
function listed(phrases: readonly string[], and: string): string {
  const [others, last] = [phrases.slice(0, -1), phrases.at(-1) ?? ""];
  return others.length === 0 ? last : `${others.join(", ")}${and}${last}`;
}
