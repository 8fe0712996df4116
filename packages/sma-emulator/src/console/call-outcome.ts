import type { TraceEvent } from "@skill-call/emulation/trace";
import type { SmaTraceEvent } from "../sma-trace.ts";

/** How a call of somebody's own Lambda ended, in words, from what happened. */
export function callOutcome(events: readonly TraceEvent[]): string {
  const first = (kind: SmaTraceEvent["kind"], from?: SmaTraceEvent["from"]) =>
    events.find((event) => event.kind === kind && (from === undefined || event.from === from));
  const refused = first("call.refused");
  if (refused) return `Refused: ${refused.label}`;
  if (first("leg.answered", "callee") || first("leg.answered", "contact-centre")) return "Bridged";
  if (first("leg.joined")) return "In a meeting";
  if (first("call.answered") || first("leg.answered", "caller")) return "Answered by the Lambda";
  const unanswered = first("leg.not-answered", "caller");
  if (unanswered) return `Nobody answered: ${unanswered.label}`;
  return "Given up before it was answered";
}
