import { actionEnded } from "./action-ended.ts";
import type { CallInput, DigitsReceived } from "./call-input.ts";
import { type CallState, callerWaitsIdly, legOf, legsUp, tell } from "./call-state.ts";
import { endCall } from "./end-call.ts";
import { lambdaAnswered } from "./lambda-answered.ts";
import { lambdaFailed } from "./lambda-failed.ts";
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
