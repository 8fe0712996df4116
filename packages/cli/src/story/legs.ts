import type { LaptopTraceEvent } from "@skill-call/laptop";

/** A leg as the events of the service show it. */
export interface LegLine {
  readonly callId: string;
  readonly tag: string;
  readonly from: string;
  readonly to: string;
  readonly direction: string;
}

interface WireParticipant {
  readonly CallId: string;
  readonly ParticipantTag: string;
  readonly From: string;
  readonly To: string;
  readonly Direction: string;
}

/** Every leg that the SMA handler was told of, in the order of their coming. */
export function legsOf(events: readonly LaptopTraceEvent[]): readonly LegLine[] {
  const legs = new Map<string, LegLine>();
  for (const { kind, detail } of events) {
    if (kind !== "sma.event") continue;
    for (const leg of participants(detail)) {
      legs.set(leg.CallId, {
        callId: leg.CallId,
        tag: leg.ParticipantTag,
        from: leg.From,
        to: leg.To,
        direction: leg.Direction,
      });
    }
  }
  return [...legs.values()];
}

function participants(detail: unknown): readonly WireParticipant[] {
  const { CallDetails } = detail as {
    readonly CallDetails: { readonly Participants: readonly WireParticipant[] };
  };
  return CallDetails.Participants;
}
