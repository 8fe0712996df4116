import type { CallRecord } from "@skill-call/call-console";
import type { Story } from "../run/shortest-story.ts";
import { stepsBeside } from "./steps-beside.ts";

/** A violation as a call that the call console opens; none where nothing happened that could be drawn. */
export function storyRecord({ call, violation }: Story, seed: number): CallRecord | undefined {
  const events = [...call.steps, ...stepsBeside(call)].sort((one, other) => one.at - other.at);
  if (events.length === 0) return undefined;
  return {
    format: "skill-call-record",
    version: 1,
    id: `seed-${seed}-call-${call.index}`,
    title: `Seed ${seed}, call ${call.index}: ${violation.invariant}`,
    locale: call.person.locale,
    outcome: violation.what,
    events,
  };
}
