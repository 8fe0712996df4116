import { actionEnded } from "./action-ended.ts";
import type { CallInput, DigitsReceived } from "./call-input.ts";
import { type CallState, callerWaitsIdly, legOf, legsUp, tell, without } from "./call-state.ts";
import { endCall, releaseLegs } from "./end-call.ts";
import { lambdaAnswered } from "./lambda-answered.ts";
import { isUp } from "./leg.ts";
import {
  callerAnswered,
  callerConnected,
  callerRings,
  legJoined,
  legLeft,
  legReleased,
} from "./leg-changes.ts";
import { type CallArguments, digitsReceived, updateRequested } from "./notice.ts";
import { settle } from "./settle.ts";
import { type Step, step } from "./step.ts";

type Transition<Type> = (state: CallState, input: Extract<CallInput, { type: Type }>) => Step;

/** The state machine: one row for everything that can happen. */
const transitions: { readonly [Type in CallInput["type"]]: Transition<Type> } = {
  placed: (state) => step(state),
  "lambda-answered": lambdaAnswered,
  "lambda-failed": lambdaFailed,
  "given-up": givenUp,
  "caller-rings": callerRings,
  "caller-connected": callerConnected,
  "caller-answered": callerAnswered,
  "leg-joined": legJoined,
  "leg-left": legLeft,
  "leg-released": legReleased,
  "action-ended": actionEnded,
  "digits-received": digitsDialled,
  "update-requested": callUpdated,
  idled: (state) => (callerWaitsIdly(state) ? endCall(state, 480) : step(state)),
  "broken-off": (state) => (legsUp(state).length > 0 ? endCall(state, 0) : step(state)),
};

/** What becomes of a call when something happens to it. */
export function advance(state: CallState, input: CallInput): Step {
  const transition = transitions[input.type] as Transition<CallInput["type"]>;
  return settle(transition(state, input));
}

function digitsDialled(state: CallState, { action, callId, digits }: DigitsReceived): Step {
  const leg = legOf(state, callId);
  return step(leg && isUp(leg) ? tell(state, digitsReceived({ action, callId }, digits)) : state);
}

function callUpdated(
  state: CallState,
  { callArguments }: { readonly callArguments: CallArguments },
): Step {
  return step(legsUp(state).length > 0 ? tell(state, updateRequested(callArguments)) : state);
}

/** "If you run out of retries, calls terminate with 480" (guide, "Timeouts and retries"). */
const unavailable = 480;

/** The Lambda could not be invoked, or did not answer, also at the second attempt. */
function lambdaFailed(before: CallState, { attempts }: { readonly attempts: number }): Step {
  const { asked } = before;
  if (!asked) return step(before);
  const state = { ...without(before, "asked"), invocations: before.invocations + attempts };
  if (asked.type === "NEW_INBOUND_CALL") return nextApplication({ ...state, asked });
  // Nobody has heard of the call yet, so nobody hears of its end.
  if (asked.type === "NEW_OUTBOUND_CALL") return forget(state);
  return legsUp(state).length === 0 ? step(state) : endCall(state, unavailable);
}

/** The Lambda was not asked after all: the event that it did not get has no number. */
function givenUp(before: CallState): Step {
  if (!before.asked) return step(before);
  const state = { ...without(before, "asked"), sequence: before.sequence - 1 };
  return legsUp(state).length === 0 ? step(state) : endCall(state, unavailable);
}

/** The next SIP media application of the rule gets the same event; after the last the caller is refused. */
function nextApplication(state: CallState & Required<Pick<CallState, "asked">>): Step {
  const [, ...rest] = state.sipMediaApplicationIds;
  if (rest.length === 0 || legsUp(state).length === 0) return forget(without(state, "asked"));
  const notice = state.asked;
  return step({ ...state, sipMediaApplicationIds: rest }, { type: "ask", notice });
}

function forget(state: CallState): Step {
  const { state: released, effects } = releaseLegs(state, unavailable);
  return { state: { ...released, notices: [] }, effects };
}
