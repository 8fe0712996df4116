import { invalidLeg } from "../actions/action-errors.ts";
import { failList } from "./action-ended.ts";
import { type CallState, legOf, legsUp, legTagged } from "./call-state.ts";
import { releaseLegs } from "./end-call.ts";
import { isUp, type Leg } from "./leg.ts";
import type { PlannedAction } from "./planned-action.ts";
import { andThen, type Step, step } from "./step.ts";

/** What follows by itself from any change: the next action starts, the Lambda hears the next notice. */
export function settle(changed: Step): Step {
  return andThen(andThen(changed, startNextAction), askLambda);
}

function startNextAction(state: CallState): Step {
  const [next, ...planned] = state.planned;
  if (state.running || !next) return step(state);
  if (legsUp(state).length === 0) return step({ ...state, planned: [] });
  return startAction({ ...state, planned }, next);
}

function startAction(state: CallState, action: PlannedAction): Step {
  const leg = targetLeg(state, action);
  if (action.refusal || !leg) {
    const ran = { action, ...(leg && { callId: leg.callId }) };
    const failure = action.refusal
      ? { error: action.refusal }
      : { error: invalidLeg, why: "the leg that it is for is not there, or is not answered yet" };
    return step(failList(state, ran, failure));
  }
  const runs = state.runs + 1;
  const running = { action, callId: leg.callId, run: runs };
  return step({ ...state, runs, running }, { type: "run", running });
}

/** One event at a time, in order; what an action brought in comes before the hang-up that ended it. */
function askLambda(state: CallState): Step {
  const [notice, ...notices] = state.notices;
  if (state.asked || state.running?.finishing || !notice) return step(state);
  if (state.invocations >= state.invocationLimit) return exhausted(state);
  const asked = { ...state, notices, asked: notice, sequence: state.sequence + 1 };
  return step(asked, { type: "ask", notice });
}

/** The call has used up its invocations: it ends, and nobody can be told any more. */
function exhausted(state: CallState): Step {
  return andThen(releaseLegs(state, 480), (released) => step({ ...released, notices: [] }));
}

/** The leg an action is for: by CallId, else by ParticipantTag, else LEG-A. Undefined when it is not there for it. */
function targetLeg(state: CallState, action: PlannedAction): Leg | undefined {
  const { CallId, ParticipantTag } = action.parameters;
  const tag = ParticipantTag === "LEG-B" ? "LEG-B" : "LEG-A";
  const leg =
    typeof CallId === "string" && CallId !== "" ? legOf(state, CallId) : legTagged(state, tag);
  return leg && isUp(leg) && isThereFor(action, leg) ? leg : undefined;
}

/** On a phone that still rings nothing can be done but to stop ringing. */
function isThereFor({ type }: PlannedAction, { direction, status }: Leg): boolean {
  return type === "Hangup" || direction === "Inbound" || status === "connected";
}
