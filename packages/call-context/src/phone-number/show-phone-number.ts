import { readPhoneNumber } from "./read-phone-number.ts";

/**
 * A phone number in groups, as it is read out; a text that is not a number stays as it is.
 * @example groupedPhoneNumber("+12045551111") // "+1 204 555 1111"
 */
export function groupedPhoneNumber(text: string): string {
  return readPhoneNumber(text)?.formatInternational() ?? text;
}

/**
 * A link that calls a number (RFC 3966), or `undefined` where it is none.
 * @example telUri("+1 204 555 1111") // "tel:+12045551111"
 */
export function telUri(text: string): string | undefined {
  return readPhoneNumber(text)?.getURI();
}

/** Digits that stay at the end: enough to compare with what a caller says, too few to use. */
const shownDigits = 4;

/**
 * A phone number of which only the country's code and the last four digits show, in its groups; nothing of a text that is
 * no number.
 * @example maskedPhoneNumber("+12045551111") // "+1 ••• ••• 1111"
 */
export function maskedPhoneNumber(text: string): string {
  const number = readPhoneNumber(text);
  if (!number) return "••••";
  const code = `+${number.countryCallingCode}`;
  const groups = number.formatInternational().slice(code.length);
  const digits = groups.replace(/\D/g, "").length;
  let digit = 0;
  return code + groups.replace(/\d/g, (shown) => (++digit > digits - shownDigits ? shown : "•"));
}
