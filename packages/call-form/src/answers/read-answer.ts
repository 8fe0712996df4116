import type { DateCheck, Field } from "../form/field.ts";
import { canonicalAccountId, isAccountId } from "./account-id.ts";
import { writtenName } from "./written-name.ts";

/** The value of a field in the call context, by the field's kind. */
export type FieldValue = string | number | boolean;

/** What a slot holds after an utterance. */
export interface SpokenValue {
  /** The words, or what a slot type of Alexa's own made of them. */
  readonly words: string;
  /** The id of the form's value that they resolved to, if any. */
  readonly id?: string;
}

export interface AnswerPorts {
  /** ISO 8601, such as `2026-01-31`, where the caller is. */
  readonly today: string;
  /** A phone number as it was said, as E.164; `undefined` where it is none of these countries. */
  readonly readPhoneNumber: (spoken: string, countries: readonly string[]) => string | undefined;
}

/** The value of what was said for a field; `undefined` where it does not fit the field's kind and check. */
export function readAnswer(
  field: Exclude<Field, { readonly kind: "reason" }>,
  { words, id }: SpokenValue,
  ports: AnswerPorts,
): FieldValue | undefined {
  switch (field.kind) {
    case "name":
      return writtenName(words);
    case "account-id": {
      const accountId = canonicalAccountId(words);
      return accountId !== undefined && isAccountId(accountId, field.check) ? accountId : undefined;
    }
    case "choice":
      return field.choices.find((choice) => choice === id);
    case "yes-no":
      return id === "yes" ? true : id === "no" ? false : undefined;
    case "date":
      return readDate(words, field.check, ports.today);
    case "number":
      return readNumber(words, field.check);
    case "phone":
      return ports.readPhoneNumber(words, field.check.countries);
    case "words":
      return hasLength(words, field.check.length) ? words : undefined;
    default:
      return undefined;
  }
}

function hasLength(words: string, [fewest, most]: readonly [number, number]): boolean {
  const { length } = Array.from(words);
  return fewest <= length && length <= most;
}

function readNumber(
  words: string,
  {
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
  }: { min?: number; max?: number },
): number | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(words)) return undefined;
  const value = Number(words);
  return min <= value && value <= max ? value : undefined;
}

/** A day as Alexa's AMAZON.DATE gives it, ISO 8601; she also gives weeks, months and seasons, which are not days. */
function readDate(spoken: string, { in: side }: DateCheck, today: string): string | undefined {
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
