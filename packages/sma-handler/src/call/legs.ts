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

/** Hangs up every leg that is still up. */
export function hangUpAll(event: PstnAudioEvent): Action[] {
  return legsStillUp(event).map((leg) => hangup(leg.callId ? { callId: leg.callId } : byTag(leg)));
}

/** A HANGUP is read even where it does not say a leg's CallId. */
function byTag({ tag }: Leg) {
  return { participantTag: tag };
}
