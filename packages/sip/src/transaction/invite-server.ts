import { deliver, end, go, type Step, send, start, stop, type TransactionEvent } from "./step.ts";
import { patience, type Timing } from "./timing.ts";

export type InviteServerState = "proceeding" | "completed" | "confirmed" | "accepted";

/**
 * An INVITE that came in: RFC 3261 figure 7, with the accepted state of RFC 6026 §7.1, by which a failing
 * transport no longer ends it.
 */
export function inviteServer(
  state: InviteServerState,
  event: TransactionEvent,
  timing: Timing,
): Step<InviteServerState> {
  if (state === "proceeding") return proceeding(event, timing);
  if (state === "completed") return completed(event, timing);
  if (state === "accepted") return accepted(event);
  return event.on === "timer" ? end() : go(state);
}

function proceeding(event: TransactionEvent, timing: Timing): Step<InviteServerState> {
  if (event.on === "request") return go("proceeding", send);
  if (event.on !== "response") return go("proceeding");
  if (event.status < 200) return go("proceeding", send);
  if (event.status < 300) return go("accepted", send, start("L", patience(timing)));
  const resend = timing.reliable ? [] : [start("G", timing.t1)];
  return go("completed", send, ...resend, start("H", patience(timing)));
}

/** Refused by us; the refusal is repeated until its ACK comes. */
function completed(event: TransactionEvent, timing: Timing): Step<InviteServerState> {
  switch (event.on) {
    case "request":
      return go("completed", send);
    case "ack":
      return timing.reliable ? end() : go("confirmed", stop("G"), stop("H"), start("I", timing.t4));
    case "timer":
      return event.timer === "G"
        ? go("completed", send, start("G", Math.min(2 * event.afterMs, timing.t2)))
        : end();
    default:
      return go("completed");
  }
}

/** Answered; the user repeats the answer until its ACK comes, copies of the INVITE are swallowed. */
function accepted(event: TransactionEvent): Step<InviteServerState> {
  if (event.on === "response" && event.status >= 200 && event.status < 300) {
    return go("accepted", send);
  }
  if (event.on === "ack") return go("accepted", deliver);
  return event.on === "timer" ? end() : go("accepted");
}
