import type { Field } from "./field.ts";
import type { Words } from "./words.ts";

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

export interface OpenHours {
  readonly days: readonly Weekday[];
  /** `08:30`; `24:00` is the end of the day. */
  readonly from: string;
  readonly to: string;
}

/** When somebody answers. */
export interface Hours {
  /** IANA, such as `America/Winnipeg`. */
  readonly timeZone: string;
  readonly open: readonly OpenHours[];
  /** What callers get outside them: no call, or one all the same. They hear so either way. */
  readonly outside: "no-call" | "call";
}

/** What a skill asks before a call and how it says it: checked, with all defaults filled in. */
export interface CallForm {
  /** In the order in which they are asked. */
  readonly fields: readonly Field[];
  readonly reasons: readonly [string, ...string[]];
  /** The ids of the fields that the question before the call says again. */
  readonly repeats: readonly string[];
  readonly hours: Hours | undefined;
  /** By locale, in the form's order: the first is what callers of other languages hear. */
  readonly words: readonly [Words, ...Words[]];
}
