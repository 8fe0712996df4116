import type { TraceEvent } from "@skill-call/emulation/trace";
import type { SimulatedCall, TimedNotice } from "../callers/simulated-call.ts";

/** What happened to a call beside the PSTN Audio service's legs: to its contacts, and what others were told of it. */
export function stepsBeside({ contacts, heard, readings }: SimulatedCall): readonly TraceEvent[] {
  const steps = [
    ...contacts.flatMap(({ notices }) => notices.map(contactStep)),
    ...heard.map(({ at, status, answer, body }) => ({
      at,
      from: "call-events",
      to: "webhook",
      kind: "webhook.message",
      label: `tells ${status}, is answered ${answer}`,
      detail: JSON.parse(body),
    })),
    ...readings.map(({ at, found }) => ({
      at,
      from: "contact-centre",
      to: "call-context-table",
      kind: "context.read",
      label: found ? "finds the context" : "finds no context",
    })),
  ];
  return steps.sort((one, other) => one.at - other.at);
}

/** When it happened, and what of it fits into a line. */
function contactStep({ at, type, ...facts }: TimedNotice): TraceEvent {
  const texts = Object.entries(facts).filter(([, value]) => typeof value !== "object");
  const told = texts.map(([name, value]) => `${name} ${value}`).join(", ");
  const kind = `connect.${type}`;
  return { at, from: "connect", to: "connect", kind, label: `${type} ${told}`, detail: facts };
}
