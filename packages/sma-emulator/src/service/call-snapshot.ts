import { type CallState, currentLegs } from "./call/call-state.ts";
import type { Leg } from "./call/leg.ts";

/** A call that lives, as it is now. */
export interface CallSnapshot {
  readonly transactionId: string;
  readonly sipMediaApplicationId: string | undefined;
  /** Of the last event. */
  readonly sequence: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly legs: readonly Leg[];
}

/** A leg that is up: billed until somebody hangs it up. */
export interface LegUp extends Leg {
  readonly transactionId: string;
}

export function callSnapshot(state: CallState): CallSnapshot {
  const { transactionId, sipMediaApplicationIds, sequence, attributes } = state;
  const [sipMediaApplicationId] = sipMediaApplicationIds;
  return { transactionId, sipMediaApplicationId, sequence, attributes, legs: currentLegs(state) };
}

export function connectedLegs({ transactionId, legs }: CallState): readonly LegUp[] {
  return legs
    .filter(({ status }) => status === "connected")
    .map((leg) => ({ ...leg, transactionId }));
}
