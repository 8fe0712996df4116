import type { FarEnd } from "@skill-call/phones";
import type { LegTag } from "@skill-call/pstn-audio";

/** One leg of a call as the service keeps it. */
export interface Leg {
  readonly callId: string;
  readonly tag: LegTag;
  readonly direction: "Inbound" | "Outbound";
  readonly farEnd: FarEnd;
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

export function leadsIntoMeeting(leg: Leg): boolean {
  return leg.farEnd === "meetings";
}

/** The legs with this one in its new state, or added. */
export function withLeg(legs: readonly Leg[], changed: Leg): readonly Leg[] {
  const known = legs.some(({ callId }) => callId === changed.callId);
  if (!known) return [...legs, changed];
  return legs.map((leg) => (leg.callId === changed.callId ? changed : leg));
}

/** A leg and those that cannot stay up without it: who leaves a meeting takes the meeting's leg along. */
export function legsEndingWith(legs: readonly Leg[], leg: Leg): readonly Leg[] {
  const meeting = legs.filter(leadsIntoMeeting).filter(isUp);
  return leg.tag === "LEG-A" ? [leg, ...meeting] : [leg];
}
