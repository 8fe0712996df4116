import { apologyAndHangUp } from "../call/apology.ts";
import type { Invocation, Outcome } from "../invocation.ts";

/** Tells the caller that it did not work, and ends the call: never dead air. */
export function apologise({ event, state }: Pick<Invocation, "event" | "state">): Outcome {
  return {
    name: "apologised",
    actions: apologyAndHangUp(event, state.language),
    state: { ...state, phase: "ending" },
  };
}
