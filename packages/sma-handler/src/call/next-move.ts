import {
  type EventType,
  findLeg,
  hangUp,
  type Leg,
  type PstnAudioEvent,
} from "@skill-call/pstn-audio";
import type { CallState, Phase } from "./call-state.ts";
import { legsStillUp } from "./legs.ts";

/**
 * What is done about an event.
 *
 * - `admit`: let a caller in, or refuse them: load the context, route, call the first destination
 * - `ring`: nothing yet: the caller's own phone rings, a callback call
 * - `route`: do for a caller who picked up what `admit` does for one who calls
 * - `connected`: note that caller and destination talk
 * - `try-next`: call the next destination
 * - `apologise`: tell the caller that it did not work, and hang up
 * - `release`: hang up every leg that is still up
 * - `close`: no leg is left: note how the call ended, tidy up
 * - `wait`: nothing; the call goes on by itself
 */
export const moves = [
  "admit",
  "ring",
  "route",
  "connected",
  "try-next",
  "apologise",
  "release",
  "close",
  "wait",
] as const;
export type Move = (typeof moves)[number];

type Choice = (event: PstnAudioEvent, state: CallState) => Move;
type Row = Readonly<Record<Phase, Move | Choice>>;

/** An apology, then plain hang-ups; after that the service would only refuse one more. */
const mostInvalidAnswers = 4;

const table: Readonly<Record<EventType, Row>> = {
  NEW_INBOUND_CALL: always("admit"),
  NEW_OUTBOUND_CALL: always("ring"),
  RINGING: always("wait"),
  CALL_ANSWERED: { ...always("wait"), new: "route", ringing: "route" },
  ACTION_SUCCESSFUL: {
    new: afterUnknownSuccess,
    ringing: afterUnknownSuccess,
    trying: afterConnecting,
    connected: "wait",
    ending: afterLastWords,
    over: "wait",
  },
  ACTION_FAILED: {
    new: "apologise",
    ringing: "apologise",
    trying: "try-next",
    connected: afterFailureInTalk,
    ending: afterFailedEnd,
    over: "wait",
  },
  ACTION_INTERRUPTED: always("wait"),
  // A new action list replaces what has not run yet: at the end of a call that would be its Hangup.
  CALL_UPDATE_REQUESTED: { ...always("wait"), ending: "release" },
  DIGITS_RECEIVED: { ...always("wait"), ending: "release" },
  INVALID_LAMBDA_RESPONSE: always(afterInvalidAnswer),
  HANGUP: {
    ...always("release"),
    trying: afterHangUp,
    connected: afterHangUp,
    ending: afterHangUp,
  },
};

/** The events after which somebody must be talked to, or let go. */
const tellingOfLegs: readonly EventType[] = [
  "CALL_ANSWERED",
  "ACTION_SUCCESSFUL",
  "ACTION_FAILED",
  "INVALID_LAMBDA_RESPONSE",
  "HANGUP",
];

/** Looks the move up in the table of event type × phase. */
export function nextMove(event: PstnAudioEvent, state: CallState): Move {
  return withoutCaller(event, state) ?? inTable(event, state);
}

function inTable(event: PstnAudioEvent, state: CallState): Move {
  const entry = table[event.type][state.phase];
  return typeof entry === "function" ? entry(event, state) : entry;
}

/** Once the caller is gone nobody is called or spoken to any more, whatever the event: ACTION_* may come first. */
function withoutCaller(event: PstnAudioEvent, state: CallState): Move | undefined {
  if (!tellingOfLegs.includes(event.type)) return undefined;
  const up = legsStillUp(event);
  if (up.some(({ tag }) => tag === "LEG-A")) return undefined;
  if (up.length > 0) return "release";
  return state.phase === "over" ? "wait" : "close";
}

function always(entry: Move | Choice): Row {
  return {
    new: entry,
    ringing: entry,
    trying: entry,
    connected: entry,
    ending: entry,
    over: entry,
  };
}

/** Whether the event is about the action that connects a caller. */
export function isConnecting({ action }: PstnAudioEvent): boolean {
  return action?.type === "CallAndBridge" || action?.type === "JoinChimeMeeting";
}

/** Whether the event is about a Hangup of ours. */
export function isHangUp({ action }: PstnAudioEvent): boolean {
  return action?.type === "Hangup";
}

function afterUnknownSuccess(event: PstnAudioEvent): Move {
  return isConnecting(event) ? "connected" : "wait";
}

/** The person who answered may have hung up before we hear that they did: then the caller talks to nobody. */
function afterConnecting(event: PstnAudioEvent, { failedLeg }: CallState): Move {
  const called = event.legs.filter(({ tag, callId }) => tag === "LEG-B" && callId !== failedLeg);
  const isUp = findLeg({ legs: legsStillUp(event) }, "LEG-B") !== undefined;
  return called.length > 0 && !isUp ? "release" : "connected";
}

function afterFailureInTalk(event: PstnAudioEvent): Move {
  return isConnecting(event) ? "apologise" : "wait";
}

function afterLastWords(event: PstnAudioEvent): Move {
  return isHangUp(event) ? "wait" : "release";
}

/** A Hangup that fails is tried once more for each leg, those that did not fail first. */
function afterFailedEnd(event: PstnAudioEvent, { failedHangUps }: CallState): Move {
  return failedHangUps <= legsStillUp(event).length ? "release" : "wait";
}

function afterInvalidAnswer(_event: PstnAudioEvent, { invalidAnswers }: CallState): Move {
  if (invalidAnswers <= 1) return "apologise";
  return invalidAnswers <= mostInvalidAnswers ? "release" : "wait";
}

function afterHangUp(event: PstnAudioEvent, state: CallState): Move {
  return harmlessHangUp(event, state) ? "wait" : "release";
}

type HangUpRule = (leg: Leg, event: PstnAudioEvent, state: CallState) => boolean;

/** Why the caller may stay when a LEG-B has hung up, by the name that the log tells. */
const harmlessHangUps = {
  /** It was called and never talked to: its own ACTION_FAILED follows, whatever the SIP code was. */
  "never-answered": (_leg, _event, { phase }) => phase === "trying",
  /** It is the one that failed last: its HANGUP came after its ACTION_FAILED. */
  "failed-before": ({ callId }, _event, { failedLeg }) => callId === failedLeg,
  /** Another one has been called since. */
  "earlier-attempt": ({ callId }, event) => {
    const current = findLeg({ legs: legsStillUp(event) }, "LEG-B");
    return current !== undefined && current.callId !== callId;
  },
  /** The apology is spoken and every Hangup stands behind it: a new list of actions would cut it short. */
  "already-ending": (_leg, _event, { phase }) => phase === "ending",
} as const satisfies Readonly<Record<string, HangUpRule>>;
export type HarmlessHangUp = keyof typeof harmlessHangUps;

const namesOfHarmless: readonly HarmlessHangUp[] = [
  "never-answered",
  "failed-before",
  "earlier-attempt",
  "already-ending",
];

/** Why a HANGUP lets the caller stay; `undefined` where it does not, and for every other event. */
export function harmlessHangUp(
  event: PstnAudioEvent,
  state: CallState,
): HarmlessHangUp | undefined {
  const leg = hangUp(event)?.leg;
  if (leg?.tag !== "LEG-B") return undefined;
  return namesOfHarmless.find((name) => harmlessHangUps[name](leg, event, state));
}
