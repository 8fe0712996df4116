/** A day and a time where the device stands. */
export interface LocalTime {
  readonly year: number;
  /** January is 1. */
  readonly month: number;
  readonly day: number;
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
}

/** @param now epoch milliseconds */
export function localTime(now: number, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
  });
  return dayOf(Date.parse(`${format.format(now)}T00:00:00Z`));
}

/** So many days later. */
export function daysLater(time: LocalTime, days: number): LocalTime {
  return dayOf(Date.UTC(time.year, time.month - 1, time.day + days));
}

/** `2027-05-03`. */
export function isoDay({ year, month, day }: LocalTime): string {
  return [String(year).padStart(4, "0"), twoDigits(month), twoDigits(day)].join("-");
}

/** The week by ISO 8601, `2015-W49`: weeks begin on Monday, and the first has the year's first Thursday. */
export function isoWeek(time: LocalTime): string {
  const thursday = daysLater(time, 4 - time.weekday);
  const newYear = Date.UTC(thursday.year, 0, 1);
  const days = (Date.UTC(thursday.year, thursday.month - 1, thursday.day) - newYear) / 86_400_000;
  return `${thursday.year}-W${twoDigits(Math.floor(days / 7) + 1)}`;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function dayOf(utc: number): LocalTime {
  const date = new Date(utc);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
}
