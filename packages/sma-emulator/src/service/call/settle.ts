import { invalidLeg } from "../actions/action-errors.ts";
import { failList } from "./action-ended.ts";
import { type CallState, legsUp } from "./call-state.ts";
import { releaseLegs } from "./end-call.ts";
import type { PlannedAction } from "./planned-action.ts";
import { andThen, type Step, step } from "./step.ts";
import { targetLeg } from "./target-leg.ts";

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
    return step(failList(state, ran, action.refusal ?? invalidLeg));
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
