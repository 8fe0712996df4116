import { isReference } from "../flow/json-path.ts";
import { isRawObject } from "../raw-fields.ts";

/** Says what is wrong with a value, such as "is not a text"; undefined when nothing is. Never repeats the value. */
export type ValueRule = (value: unknown) => string | undefined;

export const text: ValueRule = (value) => (typeof value === "string" ? undefined : "is not a text");

export const object: ValueRule = (value) => (isRawObject(value) ? undefined : "is not an object");

export const list: ValueRule = (value) => (Array.isArray(value) ? undefined : "is not a list");

export const reference: ValueRule = (value) =>
  typeof value === "string" && isReference(value)
    ? undefined
    : "is not one reference such as $.Attributes.contextId";

export function oneOf(...allowed: readonly string[]): ValueRule {
  return (value) =>
    allowed.some((known) => known === value) ? undefined : `is not ${allowed.join(" or ")}`;
}

/** As the designer writes some values in lower and some in upper case. */
export function oneOfInAnyCase(...allowed: readonly string[]): ValueRule {
  return (value) =>
    allowed.some((known) => known.toLowerCase() === String(value).toLowerCase())
      ? undefined
      : `is not ${allowed.join(" or ")}`;
}

/** Numbers are texts in the flow language. Another type of value is the `not-a-string` rule's. */
export function wholeNumber(least: number, most: number): ValueRule {
  return (value) =>
    /^\d+$/.test(String(value)) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `is not a whole number of ${least} to ${most}`;
}

/** A value, or one reference to where it is found at run time. */
export function orReference(rule: ValueRule): ValueRule {
  return (value) =>
    typeof value === "string" && isReference(value)
      ? undefined
      : rule(value) && `${rule(value)}, nor a reference`;
}

/** ITU-T E.164 §6: a plus sign, a country code and at most 15 digits in all. */
export const e164Number: ValueRule = (value) =>
  typeof value === "string" && /^\+[1-9]\d{1,14}$/.test(value)
    ? undefined
    : "is not an E.164 number";

/** At most 50 keys; a comma waits for 750 ms. */
export const dtmfDigits: ValueRule = (value) =>
  typeof value === "string" && /^[\d,#*]{1,50}$/.test(value)
    ? undefined
    : "is not 1 to 50 of 0-9, * # and comma";
