import type { DeliveryFaultPlan } from "../../console-messages.ts";

/** `answer-lost · NEW_INBOUND_CALL · once`. */
export function faultWords({ kind, ms, event, times }: DeliveryFaultPlan): string {
  return [
    ms === undefined ? kind : `${kind} ${ms} ms`,
    event ?? "every event",
    timesWords(times),
  ].join(" · ");
}

function timesWords(times: number | undefined): string {
  if (times === undefined) return "every time";
  return times === 1 ? "once" : `${times} times`;
}
