import type { DateCheck } from "../form/field.ts";

/** A day as Alexa's AMAZON.DATE gives it, ISO 8601; she also gives weeks, months and seasons, which are no days. */
export function readDate(
  spoken: string,
  { in: side }: DateCheck,
  today: string,
): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(spoken);
  if (!match || !isDay(spoken)) return undefined;
  const day = side === "past" ? notAfter(spoken, today) : spoken;
  if (side === "past" && day > today) return undefined;
  if (side === "future" && day < today) return undefined;
  return day;
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** Alexa takes a day without a year for the next one there is: what has to be past was last year's. */
function notAfter(date: string, today: string): string {
  const [thisYear = ""] = today.split("-");
  const [year = "", ...rest] = date.split("-");
  const isNext = date > today && Number(year) - Number(thisYear) <= 1;
  return isNext ? [String(Number(year) - 1).padStart(4, "0"), ...rest].join("-") : date;
}
