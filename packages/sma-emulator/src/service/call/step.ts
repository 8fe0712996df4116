import type { CallState } from "./call-state.ts";
import type { Notice } from "./notice.ts";
import type { RunningAction } from "./planned-action.ts";

/** What a step of the state machine wants done in the world. */
export type Effect =
  /** Invoke the Lambda. */
  | { readonly type: "ask"; readonly notice: Notice }
  /** Ring the phone of an outbound call. */
  | { readonly type: "dial-caller" }
  | { readonly type: "answer-caller" }
  /** Refuse, cancel or hang up, whatever fits the leg. */
  | { readonly type: "release"; readonly callId: string; readonly sipCode: number }
  | { readonly type: "run"; readonly running: RunningAction }
  | { readonly type: "stop"; readonly run: number };

/** The call after something happened, and what is to be done about it. */
export interface Step {
  readonly state: CallState;
  readonly effects: readonly Effect[];
}

export function step(state: CallState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

/** Goes on from a step, keeping what it wants done. */
export function andThen(before: Step, next: (state: CallState) => Step): Step {
  const after = next(before.state);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
}
