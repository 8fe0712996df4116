import { type NumberOrigin, readPhoneNumber } from "./read-phone-number.ts";

/**
 * A phone number in E.164, or `undefined` where it is none that is in use: too short or too long, no such area, with an
 * extension or letters. Read are separators, `tel:` and `sip:` URIs; a number without a plus sign needs its origin.
 * @example e164Of("tel:+1-607-333-1111") // "+16073331111"
 * @example e164Of("(204) 555-1111", { country: "CA" }) // "+12045551111"
 */
export function e164Of(text: unknown, origin?: NumberOrigin): string | undefined {
  return readPhoneNumber(text, origin)?.number;
}

/**
 * Whether two texts are one phone number, however each is written; texts that are not numbers are never the same.
 * @example samePhoneNumber("tel:+1-204-555-1111", "+12045551111") // true
 */
export function samePhoneNumber(one: unknown, other: unknown): boolean {
  const number = e164Of(one);
  return number !== undefined && number === e164Of(other);
}
