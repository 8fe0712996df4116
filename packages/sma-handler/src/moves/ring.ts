import type { Invocation, Outcome } from "../invocation.ts";

/**
 * The caller's own phone rings. Nothing is asked of the store before they pick up: no answer of ours could
 * stop the ringing. The service ignores this answer's actions but keeps its attributes, the context ID with them.
 */
export function ring({ state }: Pick<Invocation, "state">): Outcome {
  return { name: "ringing", actions: [], state: { ...state, phase: "ringing" } };
}
