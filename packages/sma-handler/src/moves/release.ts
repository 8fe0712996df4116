import { hangUpAll } from "../call/legs.ts";
import type { Invocation, Outcome } from "../invocation.ts";

/** Hangs up every other leg: the service does not, and bills each until somebody does. */
export function release({ event, state }: Pick<Invocation, "event" | "state">): Outcome {
  return {
    name: "released",
    actions: hangUpAll(event),
    state: { ...state, phase: "ending" },
  };
}
