import type { ActionOutcome } from "./call-input.ts";
import { type CallState, tell, without } from "./call-state.ts";
import { type ActionFailure, type ActionOnLeg, actionFailed, actionSucceeded } from "./notice.ts";
import type { RunningAction } from "./planned-action.ts";
import { type Step, step } from "./step.ts";

export interface ActionEnded {
  readonly run: number;
  readonly outcome: ActionOutcome;
}

/** One ACTION_SUCCESSFUL for a whole list, one ACTION_FAILED for the first action that fails; then the list is done. */
export function actionEnded(before: CallState, { run, outcome }: ActionEnded): Step {
  const { running } = before;
  if (running?.run !== run) return step(before);
  const state = without(before, "running");
  return step(
    running.finishing
      ? beforeHangUps(state, (waiting) => told(waiting, running, outcome))
      : told(state, running, outcome),
  );
}

function told(state: CallState, running: RunningAction, outcome: ActionOutcome): CallState {
  if (outcome.outcome === "failed") return failList(state, running, outcome);
  if (outcome.outcome === "told-otherwise" || state.planned.length > 0) {
    return { ...state, before: running };
  }
  return tell(
    without(state, "before"),
    actionSucceeded(outcome.as ?? running, outcome.result ?? {}),
  );
}

function beforeHangUps(state: CallState, change: (waiting: CallState) => CallState): CallState {
  const hangUps = state.notices.filter(({ type }) => type === "HANGUP");
  const others = state.notices.filter(({ type }) => type !== "HANGUP");
  const { notices, ...changed } = change({ ...state, notices: others });
  return { ...changed, notices: [...notices, ...hangUps] };
}

export function failList(state: CallState, ran: ActionOnLeg, failure: ActionFailure): CallState {
  return tell({ ...without(state, "before"), planned: [] }, actionFailed(ran, failure));
}
