import type { Configuration } from "./configuration.ts";

/** The numbers that reach the SIP media application, as far as this configuration says. */
export function dialInNumbers({ dialInNumber, environments }: Configuration): readonly string[] {
  const { CALL_STARTER, SMA_PHONE_NUMBER } = environments.skill ?? {};
  const called = CALL_STARTER === "skill-call" ? SMA_PHONE_NUMBER : undefined;
  return [dialInNumber, called].filter((number) => number !== undefined);
}
