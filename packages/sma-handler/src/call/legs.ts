import {
  type Action,
  findLeg,
  hangUp,
  hangup,
  type Leg,
  liveLegs,
  type PstnAudioEvent,
} from "@skill-call/pstn-audio";

/** The legs that may still be up after the event; of a HANGUP not the one that hung up. */
export function legsStillUp(event: PstnAudioEvent): readonly Leg[] {
  const ended = hangUp(event)?.leg;
  return liveLegs(event).filter((leg) => leg !== ended);
}

/** How an action names the caller's leg. */
export function callerLeg(event: PstnAudioEvent) {
  const callId = findLeg(event, "LEG-A")?.callId;
  return callId ? { callId } : ({ participantTag: "LEG-A" } as const);
}

/** An answer has ten actions at most (guide, "Responding to invocations with action lists"): the apology, and these. */
const mostHangUps = 9;

/**
 * Hangs up every leg that is still up. The service runs no action behind one that fails, so the leg whose Hangup has
 * just failed comes last: it must not keep the others up.
 */
export function hangUpAll(event: PstnAudioEvent): Action[] {
  const up = legsStillUp(event);
  const isStubborn = (leg: Leg) => isNamedBy(event, leg);
  return [...up.filter((leg) => !isStubborn(leg)), ...up.filter(isStubborn)]
    .slice(0, mostHangUps)
    .map((leg) => hangup(leg.callId ? { callId: leg.callId } : byTag(leg)));
}

/** Whether the event is about a Hangup of this leg that failed. */
function isNamedBy({ type, action }: PstnAudioEvent, { callId, tag }: Leg): boolean {
  // Stryker disable next-line BooleanLiteral: where every leg is named the order is the same as where none is
  if (type !== "ACTION_FAILED" || action?.type !== "Hangup") return false;
  const { CallId, ParticipantTag } = action.parameters;
  return CallId ? CallId === callId : String(ParticipantTag).toUpperCase() === tag;
}

/** A HANGUP is read even where it does not say a leg's CallId. */
function byTag({ tag }: Leg) {
  return { participantTag: tag };
}
