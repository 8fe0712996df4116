import type { LaptopLane, LaptopTraceEvent } from "../story/laptop-trace.ts";

/** How long a part of the call took. */
export interface StepTime {
  readonly step: string;
  readonly ms: number;
}

/** How long each step of a call took, as far as it got. */
export function stepTimes(events: readonly LaptopTraceEvent[]): readonly StepTime[] {
  const at = (kind: LaptopTraceEvent["kind"], from?: LaptopLane) =>
    events.find((event) => event.kind === kind && (from === undefined || event.from === from))?.at;
  const between = (start: number | undefined, end: number | undefined) =>
    start === undefined || end === undefined ? undefined : end - start;
  const took = (kind: LaptopTraceEvent["kind"], from: LaptopLane) =>
    events.find((event) => event.kind === kind && event.from === from)?.durationMs;

  const steps: readonly (readonly [string, number | undefined])[] = [
    ["the skill's turns", sum(events, "skill.response")],
    ["context stored", took("table.request", "skill")],
    [
      "context loaded and claimed",
      took("table.request", "sma-handler") ?? took("table.request", "connect-handler"),
    ],
    ["destination picked", sum(events, "destination.request")],
    ["meeting made", sum(untilAnswered(events), "meetings.request", "sma-handler")],
    ["INVITE to the first answer", between(at("call.placed"), at("sma.answer"))],
    ["ringing", between(at("leg.ringing"), at("leg.answered"))],
    ["INVITE to connected", between(at("call.placed"), at("call.answered"))],
    ["hang-up to every leg down", between(firstHangUp(events), at("call.over"))],
  ];
  return steps.flatMap(([step, ms]) => (ms === undefined ? [] : [{ step, ms: Math.round(ms) }]));
}

function sum(
  events: readonly LaptopTraceEvent[],
  kind: LaptopTraceEvent["kind"],
  from?: LaptopLane,
): number | undefined {
  const durations = events
    .filter((event) => event.kind === kind && (from === undefined || event.from === from))
    .map(({ durationMs = 0 }) => durationMs);
  return durations.length === 0 ? undefined : durations.reduce((total, each) => total + each, 0);
}

function untilAnswered(events: readonly LaptopTraceEvent[]): readonly LaptopTraceEvent[] {
  const end = events.findIndex(({ kind }) => kind === "call.answered");
  return end < 0 ? events : events.slice(0, end);
}

function firstHangUp(events: readonly LaptopTraceEvent[]): number | undefined {
  return events.find(({ kind }) => kind === "leg.hung-up" || kind === "call.hung-up")?.at;
}
