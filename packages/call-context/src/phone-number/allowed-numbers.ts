import type { NumberType } from "libphonenumber-js/max";
import { readPhoneNumber } from "./read-phone-number.ts";

/** Kinds of phone numbers that may be allowed. */
export const phoneNumberTypes = [
  "fixed",
  "mobile",
  "toll-free",
  "voip",
  "shared-cost",
  "premium-rate",
] as const;
export type PhoneNumberType = (typeof phoneNumberTypes)[number];

/** Which numbers somebody else may have us call, on our bill. */
export interface AllowedNumbers {
  /** ISO 3166-1 alpha-2: the country, not its calling code: +1 is that of 25 countries. */
  readonly countries: readonly string[];
  readonly types: readonly PhoneNumberType[];
}

/** A number that may be called, in E.164, or why it may not. */
export type NumberVerdict =
  | { readonly number: string }
  /** `no-number`: not an international number that is in use; `country`, `type`: not among the allowed ones. */
  | { readonly refusal: "no-number" | "country" | "type" };

/**
 * What is allowed where nothing else is said: fixed and mobile numbers of the caller ID's own country. Nothing, if the
 * caller ID belongs to no country.
 * @example allowedByDefault("+12045550100") // { countries: ["CA"], types: ["fixed", "mobile"] }
 */
export function allowedByDefault(callerIdNumber: string): AllowedNumbers {
  const country = readPhoneNumber(callerIdNumber)?.country;
  return { countries: country === undefined ? [] : [country], types: ["fixed", "mobile"] };
}

/** Where the country does not tell fixed from mobile (+1), either will do. */
const typesOf: Readonly<Partial<Record<NumberType & string, readonly PhoneNumberType[]>>> = {
  FIXED_LINE: ["fixed"],
  MOBILE: ["mobile"],
  FIXED_LINE_OR_MOBILE: ["fixed", "mobile"],
  TOLL_FREE: ["toll-free"],
  VOIP: ["voip"],
  SHARED_COST: ["shared-cost"],
  PREMIUM_RATE: ["premium-rate"],
};

/** Pay-per-call lines and directory assistance, in every area of +1 (NANPA: central office codes 976 and 555). */
const chargedLine = /^\+1\d{3}(?:976\d{4}|5551212)$/;

/**
 * Whether a number that somebody else names may be called.
 * @example checkNumber("+19005550100", allowedByDefault("+13035550122")) // { refusal: "type" }
 * @example checkNumber("tel:+1-303-555-0111", allowedByDefault("+13035550122")) // { number: "+13035550111" }
 */
export function checkNumber(text: unknown, { countries, types }: AllowedNumbers): NumberVerdict {
  const number = readPhoneNumber(text);
  if (!number) return { refusal: "no-number" };
  const { country } = number;
  if (country === undefined || !countries.includes(country)) return { refusal: "country" };
  const type = chargedLine.test(number.number) ? "PREMIUM_RATE" : number.getType();
  const isAllowed = type !== undefined && typesOf[type]?.some((one) => types.includes(one));
  return isAllowed ? { number: number.number } : { refusal: "type" };
}
