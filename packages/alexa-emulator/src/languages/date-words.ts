/** The words of dates in a language, without accents. */
export interface DateWords {
  /** January first. */
  readonly months: readonly string[];
  /** The first of a month and, where a language has them, the other ordinals: "third" is 3. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** What may follow a number that is an ordinal: "3rd". */
  readonly ordinalEndings: readonly string[];
  /** Words that add nothing: "the third of May". */
  readonly fillers: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly seasons: ReadonlyMap<string, "SP" | "SU" | "FA" | "WI">;
  /** What says of a weekday, a month or a season that it is to come, the one of now, or past: "next". */
  readonly next: readonly string[];
  readonly current: readonly string[];
  readonly last: readonly string[];
  /** Phrases that are seen from today: "tomorrow" is a day, 1. Without the fillers. */
  readonly relative: ReadonlyMap<string, RelativeDate>;
}

/** So many days, weeks, … from today; `now` is this very moment. */
export interface RelativeDate {
  readonly unit: "now" | "day" | "week" | "weekend" | "month" | "year" | "decade";
  readonly offset: number;
}

/** One unit, and its phrases from the last to the next: `around("week", "last week", "this week", "next week")`. */
export function around(
  unit: RelativeDate["unit"],
  ...[last, current, next]: readonly [last: string, current: string, next: string]
): [string, RelativeDate][] {
  return [
    ...last.split(", ").map((phrase): [string, RelativeDate] => [phrase, { unit, offset: -1 }]),
    ...current.split(", ").map((phrase): [string, RelativeDate] => [phrase, { unit, offset: 0 }]),
    ...next.split(", ").map((phrase): [string, RelativeDate] => [phrase, { unit, offset: 1 }]),
  ];
}
