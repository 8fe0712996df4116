import type { CallState } from "../call/call-state.ts";
import { loadContext } from "../call/load-context.ts";
import { tryDestinations } from "../destinations/try-destinations.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { apologise } from "./apologise.ts";
import { isRejected, routeNewCall } from "./route-new-call.ts";

/** The caller picked up a callback call: from here on it goes as a skill call does. */
export async function route(invocation: Invocation): Promise<Outcome> {
  const { state, config } = invocation;
  if (mustClaimNow(state)) return claimAndRoute(invocation);
  // Whose phone has rung is owed a word, also where a call without a context is not taken.
  if (isRejected(state.contextProblem, config)) return apologise(invocation);
  const from = state.position;
  const outcome = from && (await tryDestinations({ invocation, state, from }));
  return outcome ?? apologise(invocation);
}

/** The attributes of NEW_OUTBOUND_CALL were lost, or the store could not be reached then. */
function mustClaimNow({ phase, contextProblem }: CallState): boolean {
  return phase === "new" || contextProblem === "store-unavailable";
}

async function claimAndRoute(invocation: Invocation): Promise<Outcome> {
  const loaded = await loadContext(invocation.state, invocation);
  if (isRejected(loaded.problem, invocation.config)) return apologise(invocation);
  return routeNewCall(loaded, invocation);
}
