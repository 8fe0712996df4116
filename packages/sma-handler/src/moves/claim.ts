import { loadContext } from "../call/load-context.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { startOf } from "./route-new-call.ts";

/**
 * Claims the context of a callback call at once, so that nobody else can while the phone rings. The service
 * ignores the actions of this answer but keeps its attributes; where it does not, `route` claims again.
 */
export async function claim(invocation: Invocation): Promise<Outcome> {
  const loaded = await loadContext(invocation.state, invocation);
  const state = startOf(loaded, invocation);
  return { name: "ringing", actions: [], state: { ...state, phase: "ringing" } };
}
