import {
  deliver,
  end,
  go,
  report,
  type Step,
  send,
  start,
  stop,
  type TransactionEvent,
} from "./step.ts";
import { patience, type Timing } from "./timing.ts";

export type NonInviteClientState = "trying" | "proceeding" | "completed";

/** Any other request that we sent: RFC 3261 figure 6. */
export function nonInviteClient(
  state: NonInviteClientState,
  event: TransactionEvent,
  timing: Timing,
): Step<NonInviteClientState> {
  if (state === "completed") return event.on === "timer" ? end() : go("completed");
  return open(state, event, timing);
}

function open(
  state: "trying" | "proceeding",
  event: TransactionEvent,
  timing: Timing,
): Step<NonInviteClientState> {
  switch (event.on) {
    case "begin": {
      const resend = timing.reliable ? [] : [start("E", timing.t1)];
      return go("trying", send, ...resend, start("F", patience(timing)));
    }
    case "timer": {
      if (event.timer === "F") return end(report("timeout"));
      const next = state === "trying" ? Math.min(2 * event.afterMs, timing.t2) : timing.t2;
      return go(state, send, start("E", next));
    }
    case "transport-error":
      return end(report("transport-error"));
    case "response":
      return event.status < 200 ? go("proceeding", deliver) : answered(timing);
    default:
      return go(state);
  }
}

function answered(timing: Timing): Step<NonInviteClientState> {
  return timing.reliable
    ? end(deliver)
    : go("completed", stop("E"), stop("F"), start("K", timing.t4), deliver);
}
