import { end, go, type Step, send, start, stop, type TransactionEvent } from "./step.ts";
import { patience, type Timing } from "./timing.ts";

export type NonInviteServerState = "trying" | "proceeding" | "completed";

/** Any other request that came in: RFC 3261 figure 8. */
export function nonInviteServer(
  state: NonInviteServerState,
  event: TransactionEvent,
  timing: Timing,
): Step<NonInviteServerState> {
  if (event.on === "timer") return end();
  if (event.on === "begin") return go("trying", start("abandoned", patience(timing)));
  if (event.on === "request") return state === "trying" ? go(state) : go(state, send);
  if (event.on !== "response" || state === "completed") return go(state);
  return event.status < 200 ? go("proceeding", send) : answered(timing);
}

function answered(timing: Timing): Step<NonInviteServerState> {
  return timing.reliable
    ? end(send)
    : go("completed", send, stop("abandoned"), start("J", patience(timing)));
}
