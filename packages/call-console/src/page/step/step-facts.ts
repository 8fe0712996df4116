import type { TraceEvent } from "@skill-call/emulation/trace";
import { laneName } from "../../ladder/lane-names.ts";
import { isSipMessage } from "../../record/known-steps.ts";

/** What there is to say about a step besides its detail: names and values. */
export function stepFacts(
  event: TraceEvent,
  events: readonly TraceEvent[],
): readonly (readonly [name: string, value: string])[] {
  const { kind, at, durationMs } = event;
  const start = events[0]?.at ?? at;
  return [
    ["Who", whoOf(event, events)],
    ["Kind", kind],
    ["When", `${Math.round(at - start)} ms · ${timeOf(at)}`],
    ...(durationMs === undefined ? [] : [["Took", `${Math.round(durationMs)} ms`] as const]),
    ...peerFact(event),
  ];
}

function whoOf({ from, to }: TraceEvent, events: readonly TraceEvent[]): string {
  const present = new Set(events.flatMap((each) => [each.from, each.to]));
  const [fromName, toName] = [laneName(from, present), laneName(to, present)];
  return from === to ? fromName : `${fromName} → ${toName}`;
}

function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString([], {
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    ...{ fractionalSecondDigits: 3, hourCycle: "h23" },
  });
}

/** Where a SIP message came from, or went to. */
function peerFact(step: TraceEvent): readonly (readonly [string, string])[] {
  if (!isSipMessage(step)) return [];
  const { peer, protocol } = (step.detail ?? {}) as {
    readonly peer?: unknown;
    readonly protocol?: unknown;
  };
  return [["Peer", `${peer} over ${protocol}`]];
}
