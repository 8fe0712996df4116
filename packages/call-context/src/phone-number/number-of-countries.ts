import { checkNumber, phoneNumberTypes } from "./allowed-numbers.ts";
import { e164Of } from "./e164-of.ts";

/**
 * A number as it was said or typed, in E.164; `undefined` where it is of none of these countries. One without a country
 * code is read as one of the first country.
 * @param countries ISO 3166-1 alpha-2
 * @example numberOfCountries("204 555 1111", ["CA", "US"]) // "+12045551111"
 */
export function numberOfCountries(text: string, countries: readonly string[]): string | undefined {
  const [country] = countries;
  const number = e164Of(text, country === undefined ? undefined : { country });
  const verdict = checkNumber(number, { countries, types: phoneNumberTypes });
  return "number" in verdict ? verdict.number : undefined;
}
