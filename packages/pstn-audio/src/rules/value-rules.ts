import { isRawObject } from "../raw-fields.ts";

/** Says what is wrong with a value, such as "is not a text"; undefined when nothing is. Never repeats the value. */
export type ValueRule = (value: unknown) => string | undefined;

export const anyText: ValueRule = (value) =>
  typeof value === "string" && value !== "" ? undefined : "is not a text";

export function textMatching(pattern: RegExp, problem: string): ValueRule {
  return (value) => (typeof value === "string" && pattern.test(value) ? undefined : problem);
}

export function oneOf(...allowed: readonly string[]): ValueRule {
  return (value) =>
    allowed.some((known) => known === value) ? undefined : `is not ${allowed.join(" or ")}`;
}

/** Also as a string of digits: the guide prints both (`"Repeat": "5"`, `"DurationInSeconds": "10"`). */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): ValueRule {
  const range =
    most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `of ${least} to ${most}`;
  return (value) => {
    const number = numberOf(value) ?? Number.NaN;
    return number >= least && number <= most ? undefined : `is not a whole number ${range}`;
  };
}

/** The whole number that a value stands for, as the service reads it. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
}

/** A list of single DTMF digits that end an input, a recording or a playback. */
export const terminators: ValueRule = (value) =>
  Array.isArray(value) &&
  value.every((digit) => typeof digit === "string" && /^[\d#*]$/.test(digit))
    ? undefined
    : "is not a list of single digits, # or *";

/** ITU-T E.164 §6: a plus sign, a country code and at most 15 digits in all. */
export const e164Number = textMatching(/^\+[1-9]\d{1,14}$/, "is not an E.164 number");

export const regularExpression: ValueRule = (value) => {
  if (typeof value !== "string" || value === "") return "is not a text";
  try {
    new RegExp(value);
    return undefined;
  } catch {
    return "is not a regular expression";
  }
};

/** Also in words: a published demo of AWS in Python writes "True". */
export const yesOrNo: ValueRule = (value) =>
  typeof value === "boolean" || (typeof value === "string" && /^(true|false)$/i.test(value))
    ? undefined
    : "is not true or false";

export const listOfTexts: ValueRule = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((item) => anyText(item) === undefined)
    ? undefined
    : "is not a list of texts";

export const object: ValueRule = (value) => (isRawObject(value) ? undefined : "is not an object");
