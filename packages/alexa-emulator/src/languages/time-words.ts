/** How a language tells the time of day and how long something takes; numbers are digits by then: "half past 5". */
export interface TimeWords {
  /** What can be said of the clock, whole: groups `h` (hour), `m` (minutes past), `to` (minutes to) and `part`. */
  readonly clock: readonly ClockPhrase[];
  /** What the group `part` may be: which half of the day it means. */
  readonly parts: ReadonlyMap<string, DayPart>;
  /** Times that are a word of their own: "noon" is 12:00, "morning" MO. */
  readonly named: ReadonlyMap<string, string>;
  /** What each unit of a duration is in ISO 8601: "minutes" is TM, "months" M. */
  readonly units: ReadonlyMap<string, DurationUnit>;
  /** Words for one: "a". */
  readonly one: readonly string[];
  /** Words for a half before a unit: "half an". */
  readonly half: readonly string[];
  /** What adds a half to the unit before: "and a half". */
  readonly andAHalf: readonly string[];
}

export interface ClockPhrase {
  readonly pattern: RegExp;
  /** Minutes to add to the hour: 30 in "half past". */
  readonly minutes?: number;
}

/** The hours that a part of the day means: those before noon, those after it, or the night's. */
export type DayPart = "am" | "pm" | "night";

export type DurationUnit = "Y" | "M" | "W" | "D" | "TH" | "TM" | "TS";
