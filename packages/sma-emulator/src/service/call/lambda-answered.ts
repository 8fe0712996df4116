import { eventVocabulary } from "@skill-call/pstn-audio";
import type { Verdict } from "../answers/read-answer.ts";
import { type CallState, legsUp, without } from "./call-state.ts";
import { actionInterrupted, type Notice } from "./notice.ts";
import { isInterruptible, type PlannedAction } from "./planned-action.ts";
import { type Step, step } from "./step.ts";

export interface LambdaAnswered {
  readonly verdict: Verdict;
  readonly attempts: number;
}

/** What the Lambda's answer does to the call. */
export function lambdaAnswered(before: CallState, { verdict, attempts }: LambdaAnswered): Step {
  const { asked } = before;
  if (!asked) return step(before);
  const state = { ...without(before, "asked"), invocations: before.invocations + attempts };
  const kept = { ...state, ...(verdict.type === "valid" && attributesOf(verdict)) };
  if (asked.type === "NEW_OUTBOUND_CALL") return dialCaller(kept);
  if (eventVocabulary[asked.type].runsActions === "never") return step(kept);
  if (verdict.type === "invalid") return step(refuseAnswer(state, verdict.error));
  if (!verdict.actions) return step(kept);
  return replaceActions(kept, verdict.actions, asked);
}

/** Unless the call was broken off while the Lambda thought about it. */
function dialCaller(state: CallState): Step {
  return legsUp(state).length === 0 ? step(state) : step(state, { type: "dial-caller" });
}

/**
 * Kept whatever the event was: AWS's own samples keep the arguments of an outbound call by them, from
 * NEW_OUTBOUND_CALL to CALL_ANSWERED. Only actions are ignored on such events.
 */
function attributesOf({ attributes }: Extract<Verdict, { type: "valid" }>) {
  return attributes && { attributes };
}

/** The service asks once more, before anything else; with nobody left on the call it does not care. */
function refuseAnswer(state: CallState, error: NonNullable<Notice["error"]>): CallState {
  if (legsUp(state).length === 0) return state;
  return { ...state, notices: [{ type: "INVALID_LAMBDA_RESPONSE", error }, ...state.notices] };
}

/** A new list replaces what has not run; only an update stops what runs, and only for actions to put in its place. */
function replaceActions(state: CallState, planned: readonly PlannedAction[], asked: Notice): Step {
  const { running } = state;
  const stops =
    asked.type === "CALL_UPDATE_REQUESTED" &&
    planned.length > 0 &&
    running !== undefined &&
    isInterruptible(running);
  if (!stops) return step({ ...state, planned });
  const notices = [actionInterrupted(running), ...state.notices];
  return step(
    { ...without(state, "running"), planned, notices },
    { type: "stop", run: running.run },
  );
}
