import { findLeg, type PstnAudioEvent } from "@skill-call/pstn-audio";
import type { CallState } from "./call-state.ts";

/**
 * How many answers the service has refused by now, this one counted. The attributes of a refused answer are
 * lost, and with them our own count: but each one also took a sequence number.
 */
export function countInvalidAnswers(event: PstnAudioEvent, state: CallState): number {
  return Math.max(state.invalidAnswers + 1, answersLost(event, state));
}

/** How many answers before this event the service may not have kept: each invocation takes a sequence number. */
export function answersLost(event: PstnAudioEvent, state: CallState): number {
  return event.sequence - state.answered - 1 - perhapsNotKept(event, state);
}

/** The service ignores the actions it is answered before a callback call is picked up; perhaps the attributes too. */
function perhapsNotKept(event: PstnAudioEvent, { phase }: CallState): number {
  if (phase === "ringing") return 1; // RINGING
  const isCallback = findLeg(event, "LEG-A")?.direction === "outbound";
  return phase === "new" && isCallback ? 2 : 0; // NEW_OUTBOUND_CALL, RINGING
}
