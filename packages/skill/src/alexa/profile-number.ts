import {
  allowedByDefault,
  checkNumber,
  countryOf,
  e164Of,
} from "@skill-call/call-context/phone-number";
import type { services } from "ask-sdk-model";

/**
 * The number of a customer profile in E.164, or `undefined` where it is in doubt: a stranger's phone would ring.
 *
 * - a number with a plus sign is whole; a calling code beside it must be its own
 * - a country code is a calling code (`+1`) or a country (`CA`, `Canada`); the number is as it is dialled there
 * - ten digits without a country code are +1: skill calling and its API host are North American
 * - satellite and premium-rate numbers are nobody's own phone
 */
export function profileNumber(profile: services.ups.PhoneNumber): string | undefined {
  const [phoneNumber, countryCode] = [profile.phoneNumber, profile.countryCode].map(textOf);
  if (phoneNumber === undefined || countryCode === undefined) return undefined;
  const number = wholeNumber(phoneNumber, countryCode);
  return number !== undefined && isOwnPhone(number) ? number : undefined;
}

/** The SDK's types promise texts; a number, and nothing, come too. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : undefined;
}

function wholeNumber(phoneNumber: string, countryCode: string): string | undefined {
  const code = /^(?:\+|00)?([1-9]\d{0,3})$/.exec(digitsOf(countryCode))?.[1];
  if (phoneNumber.startsWith("+")) return startingWith(code ?? "", e164Of(phoneNumber));
  if (code !== undefined) return nationalNumber(phoneNumber, code);
  if (countryCode === "") return nationalNumber(phoneNumber, "1");
  const country = countryOf(countryCode);
  return country && e164Of(phoneNumber, { country });
}

/** A calling code without what stands around and between its digits: `(+1)`, `+1-876`. */
function digitsOf(countryCode: string): string {
  return countryCode.normalize("NFKC").replace(/[\s().\-\p{Cf}]/gu, "");
}

/** A code of four digits is +1 and an area: `+1876`. */
function nationalNumber(phoneNumber: string, callingCode: string): string | undefined {
  const number = e164Of(phoneNumber, { callingCode }) ?? e164Of(`+${callingCode}${phoneNumber}`);
  return startingWith(callingCode, number);
}

function startingWith(code: string, number: string | undefined): string | undefined {
  return number?.startsWith(`+${code}`) ? number : undefined;
}

function isOwnPhone(number: string): boolean {
  const { countries } = allowedByDefault(number);
  return "number" in checkNumber(number, { countries, types: ["fixed", "mobile", "voip"] });
}
