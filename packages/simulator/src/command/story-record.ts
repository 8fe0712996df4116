import type { CallRecord } from "@skill-call/call-console";
import type { Story } from "../run/shortest-story.ts";

/** A violation as a call that the call console opens. A contact of Amazon Connect has no steps that it could draw. */
export function storyRecord({ call, violation }: Story, seed: number): CallRecord | undefined {
  if (call.steps.length === 0) return undefined;
  return {
    format: "skill-call-record",
    version: 1,
    id: `seed-${seed}-call-${call.index}`,
    title: `Seed ${seed}, call ${call.index}: ${violation.invariant}`,
    locale: call.person.locale,
    outcome: violation.what,
    events: call.steps,
  };
}
