import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString as parse,
} from "libphonenumber-js/max";

/** What a number without a plus sign is completed by. */
export interface NumberOrigin {
  /** ISO 3166-1 alpha-2, such as `CA`. */
  readonly country?: string;
  /** Digits without a plus sign, such as `1`. */
  readonly callingCode?: string;
}

/** No phone number, with all that people write around it, is longer. */
const mostCharacters = 100;

/**
 * A number as people and systems write it: with separators, as a `tel:` URI, or as the user of a `sip:` URI, with a plus
 * sign or completed by its origin. `undefined` where it is not a number that is in use, or has an extension or letters.
 */
export function readPhoneNumber(text: unknown, origin: NumberOrigin = {}): PhoneNumber | undefined {
  if (typeof text !== "string" || text.length > mostCharacters) return undefined;
  const written = writtenNumber(text);
  if (written === undefined) return undefined;
  const number = withoutOldPrefix(parsed(written, origin));
  return number?.isValid() && number.ext === undefined ? number : undefined;
}

/** What stood before the ten digits of a mobile number in Mexico until August 2019 (ITU, plan of +52), and in many lists still. */
const oldMexicanPrefix = /^(?:1|01|04[45]1?)(?=\d{10}$)/;

function withoutOldPrefix(number: PhoneNumber | undefined): PhoneNumber | undefined {
  if (number?.countryCallingCode !== "52" || number.isValid()) return number;
  return parse(`+52${number.nationalNumber.replace(oldMexicanPrefix, "")}`);
}

/** RFC 3966 and RFC 3261, section 19.1.6: what stands behind the scheme, and the parameters. */
const uriPattern = /^(?:tel|sips?):([^;@?]+)(.*)$/is;

/** Digits, the Arabic ones too, and what separates them; letters would be read as the keys that they stand on. */
const numberPattern = /^\+?[\d\u0660-\u0669\u06f0-\u06f9\s().\-\u2010-\u2015/]+$/u;

function writtenNumber(text: string): string | undefined {
  // Digits and plus signs of full width become plain ones; marks that nobody sees, such as those that an address book
  // puts around a number for its direction, go.
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  const [, user = plain, rest = ""] = uriPattern.exec(plain) ?? [];
  // An extension cannot be dialled with the number.
  if (/;ext=/i.test(rest)) return undefined;
  const number = user.replace(/^%2b/i, "+");
  return numberPattern.test(number) ? number : undefined;
}

function parsed(number: string, { country, callingCode }: NumberOrigin): PhoneNumber | undefined {
  if (country !== undefined) {
    return isCountry(country) ? parse(number, { defaultCountry: country }) : parse(number);
  }
  if (callingCode === undefined) return parse(number);
  try {
    return parse(number, { defaultCallingCode: callingCode });
  } catch {
    // It throws at a code that no country has, and does not say beforehand which those are.
    return parse(number);
  }
}

function isCountry(country: string): country is CountryCode {
  return isSupportedCountry(country);
}
