import type { Invocation, Outcome } from "../invocation.ts";

/** Nothing is to be done; the call goes on by itself. */
export function wait({ state }: Pick<Invocation, "state">): Outcome {
  return { name: "waiting", actions: [], state };
}
