import type { AllowedNumbers } from "@skill-call/call-routing";
import { DestinationServiceError } from "../errors.ts";

/** What may be called on a destination service's word. */
export interface Allowance {
  readonly allow?: AllowedNumbers | undefined;
  readonly callerIdNumber: string;
}

/**
 * Makes E.164 of a number that a destination service picked.
 * @throws {DestinationServiceError} when it may not be called: it would be on the account's bill
 */
export type AllowedNumber = (picked: string) => string;

/** Loads the tables of numbers: in a file of their own, for the calls that need them. */
export async function loadAllowedNumber(allowance: Allowance): Promise<AllowedNumber> {
  const { allow, callerIdNumber } = allowance;
  const { allowedByDefault, checkNumber } = await import("@skill-call/call-context/phone-number");
  const allowed = { ...allowedByDefault(callerIdNumber), ...allow };
  return (picked) => {
    const verdict = checkNumber(picked, allowed);
    if ("refusal" in verdict) throw new DestinationServiceError(problems[verdict.refusal]);
    return verdict.number;
  };
}

const problems = {
  "no-number": "picked what is no phone number",
  country: "picked a number of a country that is not allowed",
  type: "picked a type of number that is not allowed",
} as const;
