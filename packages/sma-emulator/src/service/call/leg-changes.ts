import { type CallState, legOf, legsUp, legTagged, tell } from "./call-state.ts";
import { finishAction, stopActions } from "./end-call.ts";
import { isUp, type Leg, leadsIntoMeeting, legsEndingWith, withLeg } from "./leg.ts";
import { hungUp, type Notice } from "./notice.ts";
import { outlivesItsLeg } from "./planned-action.ts";
import { andThen, type Effect, type Step, step } from "./step.ts";

/** The phone of an outbound call rings. */
export function callerRings(state: CallState): Step {
  return step(tell(state, { type: "RINGING" }));
}

/** The phone of an outbound call was answered. */
export function callerConnected(state: CallState): Step {
  return step(tell(connectCaller(state), { type: "CALL_ANSWERED" }));
}

/** An action answers the inbound call; the Lambda knows, it asked for it. */
export function callerAnswered(state: CallState): Step {
  const answered = connectCaller(state);
  return answered === state ? step(state) : step(answered, { type: "answer-caller" });
}

export function legJoined(state: CallState, { leg }: { readonly leg: Leg }): Step {
  return step({ ...state, legs: withLeg(state.legs, leg) });
}

interface LegEnd {
  readonly callId: string;
  readonly sipResponseCode: number;
}

/** The far end left: an action on that leg has nobody to go on for. */
export function legLeft(state: CallState, end: LegEnd): Step {
  const leg = legOf(state, end.callId);
  if (!leg || !isUp(leg)) return step(state);
  return andThen(disconnect(state, leg, hungUp(leg, end.sipResponseCode)), (left) =>
    goOnWithout(left, leg),
  );
}

function goOnWithout(state: CallState, { callId }: Leg): Step {
  const { running } = state;
  if (running?.finishing) return step(state);
  if (running?.callId === callId) {
    return outlivesItsLeg(running) ? finishAction(state, running) : stopActions(state);
  }
  return legsUp(state).length === 0 ? stopActions(state) : step(state);
}

/** The Lambda had it hung up: its list goes on, with whoever is left. */
export function legReleased(state: CallState, end: LegEnd): Step {
  const leg = legOf(state, end.callId);
  if (!leg || !isUp(leg)) return step(state);
  const { callId, sipResponseCode: sipCode } = end;
  // Leaving a meeting is told by the action's success (guide, "Hangup").
  const notice = leadsIntoMeeting(leg) ? undefined : hungUp(leg, sipCode);
  return andThen(step(state, { type: "release", callId, sipCode }), (same) =>
    disconnect(same, leg, notice),
  );
}

/** The leg is down, and so is the leg into a meeting that its caller leaves: one event tells of both. */
function disconnect(state: CallState, leg: Leg, notice: Notice | undefined): Step {
  const ending = legsEndingWith(state.legs, leg);
  const legs = ending.reduce(
    (rest, each) => withLeg(rest, { ...each, status: "disconnected" }),
    state.legs,
  );
  const releases = ending
    .filter((each) => each !== leg)
    .map(({ callId }): Effect => ({ type: "release", callId, sipCode: 0 }));
  const down = { ...state, legs };
  return step(notice ? tell(down, notice) : down, ...releases);
}

function connectCaller(state: CallState): CallState {
  const caller = legTagged(state, "LEG-A");
  if (caller?.status !== "ringing") return state;
  return { ...state, legs: withLeg(state.legs, { ...caller, status: "connected" }) };
}
