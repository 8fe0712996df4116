import type { ActionOutcome } from "./call-input.ts";
import { type CallState, tell, without } from "./call-state.ts";
import { type ActionOnLeg, actionFailed, actionSucceeded, type Notice } from "./notice.ts";
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
  if (outcome.outcome === "failed") return step(failList(state, running, outcome.error));
  if (outcome.outcome === "told-otherwise" || state.planned.length > 0) return step(state);
  return step(tell(state, actionSucceeded(running, outcome.result ?? {})));
}

export function failList(
  state: CallState,
  ran: ActionOnLeg,
  error: NonNullable<Notice["error"]>,
): CallState {
  return tell({ ...state, planned: [] }, actionFailed(ran, error));
}
