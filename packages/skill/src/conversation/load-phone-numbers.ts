import type { ReadPhoneNumber } from "../interceptors/hearing.ts";

/** Loads what knows phone numbers. */
export async function loadPhoneNumbers(): Promise<ReadPhoneNumber> {
  const { numberOfCountries } = await import("@skill-call/call-context/phone-number");
  return numberOfCountries;
}
