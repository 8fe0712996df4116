import type { ReadPhoneNumber } from "../interceptors/hearing.ts";

/** Loads what knows phone numbers. One without a country code is read as one of the first country. */
export async function loadPhoneNumbers(): Promise<ReadPhoneNumber> {
  const { checkNumber, e164Of, phoneNumberTypes } = await import(
    "@skill-call/call-context/phone-number"
  );
  return (spoken, countries) => {
    const [country] = countries;
    const number = e164Of(spoken, country === undefined ? undefined : { country });
    const verdict = checkNumber(number, { countries, types: phoneNumberTypes });
    return "number" in verdict ? verdict.number : undefined;
  };
}
