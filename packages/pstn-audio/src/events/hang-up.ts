import { defined } from "../defined.ts";
import { countOf, textOf } from "../raw-fields.ts";
import type { Leg, PstnAudioEvent } from "./event.ts";
import { findLeg } from "./find-leg.ts";

/** A leg that hung up. */
export interface HangUp {
  /** Absent where the event does not say which leg it was. */
  readonly leg?: Leg;
  /** 0 normal, 480 unavailable, 486 busy. */
  readonly sipResponseCode?: number;
}

/** What a HANGUP tells; undefined for every other event. The guide prints one with `ActionData.Type` "ReceiveDigits". */
export function hangUp(event: PstnAudioEvent): HangUp | undefined {
  if (event.type !== "HANGUP") return undefined;
  return defined({
    leg: legThatHungUp(event),
    sipResponseCode: countOf(event.action?.parameters.SipResponseCode),
  });
}

function legThatHungUp(event: PstnAudioEvent): Leg | undefined {
  const { CallId, ParticipantTag } = event.action?.parameters ?? {};
  return legByCallId(event, CallId) ?? legByTag(event, ParticipantTag) ?? onlyEndedLeg(event);
}

function legByCallId(event: PstnAudioEvent, callId: unknown): Leg | undefined {
  const wanted = textOf(callId);
  return event.legs.find((leg) => leg.callId === wanted);
}

function legByTag(event: PstnAudioEvent, tag: unknown): Leg | undefined {
  const wanted = textOf(tag)?.trim().toUpperCase();
  return wanted === "LEG-A" || wanted === "LEG-B" ? findLeg(event, wanted) : undefined;
}

function onlyEndedLeg(event: PstnAudioEvent): Leg | undefined {
  const ended = event.legs.filter((leg) => leg.status === "disconnected");
  return ended.length === 1 ? ended[0] : undefined;
}
