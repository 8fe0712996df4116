import type { AllowedNumbers, DestinationService } from "@skill-call/call-routing";
import { DestinationServiceError } from "../errors.ts";
import { destinationServiceMs } from "../time/budgets.ts";
import type { Attempt, Connection } from "./attempt.ts";
import { bridgeToNumber } from "./bridge-to-number.ts";
import { operationToken } from "./operation-token.ts";

/** Case 2: a back-end service picks the number that serves this caller best. */
export async function bridgeToPickedNumber(
  { destinationService: url, allow, auth }: DestinationService,
  attempt: Attempt,
): Promise<Connection> {
  const { event, config, ports, deadline } = attempt.invocation;
  const context = await attempt.context();
  const idempotencyKey = operationToken(event.transactionId, attempt.position);
  const number = await deadline.within(destinationServiceMs, async (signal) => {
    const [picked, allowedNumber] = await Promise.all([
      ports.pickNumber({ url, auth, context, idempotencyKey, signal }),
      loadAllowedNumber({ allow, callerIdNumber: config.callerIdNumber }),
    ]);
    return allowedNumber(picked);
  });
  return bridgeToNumber(number, attempt);
}

/** What may be called on a destination service's word. */
interface Allowance {
  readonly allow?: AllowedNumbers | undefined;
  readonly callerIdNumber: string;
}

/**
 * Makes E.164 of a number that a destination service picked.
 * @throws {DestinationServiceError} when it may not be called: it would be on the account's bill
 */
type AllowedNumber = (picked: string) => string;

/** Loads the tables of numbers: in a file of their own, for the calls that need them. */
async function loadAllowedNumber(allowance: Allowance): Promise<AllowedNumber> {
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
