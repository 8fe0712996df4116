import { loadContext } from "../call/load-context.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { apologise } from "./apologise.ts";
import { isRejected, routeNewCall, startOf } from "./route-new-call.ts";

/** The caller picked up a callback call: from here on it goes as a skill call does. */
export async function route(invocation: Invocation): Promise<Outcome> {
  const loaded = await loadContext(invocation.state, invocation);
  if (!isRejected(loaded.problem, invocation.config)) return routeNewCall(loaded, invocation);
  // Whose phone has rung is owed a word, also where a call without a context is not taken.
  return apologise({ ...invocation, state: startOf(loaded, invocation) });
}
