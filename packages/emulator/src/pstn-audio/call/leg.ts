import type { LegTag } from "@skill-call/pstn-audio";

/** One leg of a call as the service keeps it. */
export interface Leg {
  readonly callId: string;
  readonly tag: LegTag;
  readonly direction: "Inbound" | "Outbound";
  /** A `line` leads to a phone or a Voice Connector, a `meeting` leg into a meeting. */
  readonly kind: "line" | "meeting";
  readonly to: string;
  readonly from: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly status: "ringing" | "connected" | "disconnected";
  /** What an event shows of the INVITE's headers, in the sender's letter case. */
  readonly sipHeaders: Readonly<Record<string, string>>;
}

export function isUp(leg: Leg): boolean {
  return leg.status !== "disconnected";
}

/** The legs with this one in its new state; a new LEG-B takes the place of the one before. */
export function withLeg(legs: readonly Leg[], changed: Leg): readonly Leg[] {
  const others = legs.filter(({ tag }) => tag !== changed.tag);
  return changed.tag === "LEG-A" ? [changed, ...others] : [...others, changed];
}

/** A leg and those that cannot stay up without it: who leaves a meeting takes the meeting's leg along. */
export function legsEndingWith(legs: readonly Leg[], leg: Leg): readonly Leg[] {
  const meeting = legs.filter(({ kind }) => kind === "meeting").filter(isUp);
  return leg.tag === "LEG-A" ? [leg, ...meeting] : [leg];
}
