import { type CallProfile, callMinutes, callProfile } from "./call-profile.ts";
import { perCall } from "./cost-of-a-call.ts";
import { type QuotaName, quotas } from "./quotas.ts";

/** What a number of calls a second asks for of everything that has a public quota. */
export function loadAt(
  callsPerSecond: number,
  profile: CallProfile = callProfile,
): Readonly<Record<QuotaName, number>> {
  const writes = callsPerSecond * perCall((lambda) => lambda.writes, profile);
  return {
    // Little's law: how many are inside is how many come in, times how long they stay.
    lambdaConcurrency:
      callsPerSecond *
      perCall((lambda) => (lambda.invocations * lambda.milliseconds) / 1000, profile),
    lambdaRequests: callsPerSecond * perCall((lambda) => lambda.invocations, profile),
    dynamoDbNewTable: writes,
    dynamoDbTable: writes,
    contextApiThrottle: callsPerSecond * profile.contextApi.invocations,
  };
}

/** How much of a default quota is used; above 1 it is too small. */
export function usedOf(quota: QuotaName, callsPerSecond: number): number {
  return loadAt(callsPerSecond)[quota] / quotas[quota].limit;
}

/** The quota that is the first to run out; `undefined` when all suffice. */
export function firstLimit(callsPerSecond: number): QuotaName | undefined {
  const names = Object.keys(quotas) as QuotaName[];
  const [first] = names.sort(
    (one, other) => usedOf(other, callsPerSecond) - usedOf(one, callsPerSecond),
  );
  return first !== undefined && usedOf(first, callsPerSecond) >= 1 ? first : undefined;
}

/** The calls a second at which a default quota is used up. */
export function lastsUntil(quota: QuotaName): number {
  return quotas[quota].limit / loadAt(1)[quota];
}

/** Calls that are up at once, by Little's law. */
export function callsAtOnce(callsPerSecond: number): number {
  return callsPerSecond * callMinutes * 60;
}
