import {
  acknowledge,
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

export type InviteClientState = "calling" | "proceeding" | "completed" | "accepted";

/** RFC 3261 §17.1.1.2: at least 32 s on an unreliable transport. */
const timerDMs = 32_000;

/** An INVITE that we sent: RFC 3261 figure 5, with the accepted state of RFC 6026 §7.2. */
export function inviteClient(
  state: InviteClientState,
  event: TransactionEvent,
  timing: Timing,
): Step<InviteClientState> {
  if (state === "calling") return calling(event, timing);
  if (state === "proceeding") return proceeding(event, timing);
  return state === "accepted" ? accepted(event) : completed(event);
}

function calling(event: TransactionEvent, timing: Timing): Step<InviteClientState> {
  switch (event.on) {
    case "begin": {
      const resend = timing.reliable ? [] : [start("A", timing.t1)];
      return go("calling", send, ...resend, start("B", patience(timing)));
    }
    case "timer":
      return event.timer === "A"
        ? go("calling", send, start("A", 2 * event.afterMs))
        : end(report("timeout"));
    case "transport-error":
      return end(report("transport-error"));
    case "response": {
      const { state, effects } = answered(event.status, timing);
      return { state, effects: [stop("A"), stop("B"), ...effects] };
    }
    default:
      return go("calling");
  }
}

function proceeding(event: TransactionEvent, timing: Timing): Step<InviteClientState> {
  return event.on === "response" ? answered(event.status, timing) : go("proceeding");
}

function answered(status: number, timing: Timing): Step<InviteClientState> {
  if (status < 200) return go("proceeding", deliver);
  if (status < 300) return go("accepted", start("M", patience(timing)), deliver);
  return timing.reliable
    ? end(acknowledge, deliver)
    : go("completed", acknowledge, start("D", timerDMs), deliver);
}

/** Refused; the refusal may come again until our ACK has arrived. */
function completed(event: TransactionEvent): Step<InviteClientState> {
  if (event.on === "response" && event.status >= 300) return go("completed", acknowledge);
  return event.on === "timer" ? end() : go("completed");
}

/** Answered; more answers are repeats, or come from another fork: both are for the user to acknowledge. */
function accepted(event: TransactionEvent): Step<InviteClientState> {
  if (event.on === "response" && event.status >= 200 && event.status < 300) {
    return go("accepted", deliver);
  }
  return event.on === "timer" ? end() : go("accepted");
}
