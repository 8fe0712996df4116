/** The base values of RFC 3261 §17.1.1.1, in milliseconds. */
export interface TimerValues {
  /** Estimated round-trip time. */
  readonly t1: number;
  /** Longest interval between two retransmissions. */
  readonly t2: number;
  /** How long a message may stay in the network. */
  readonly t4: number;
}

export const standardTimers: TimerValues = { t1: 500, t2: 4_000, t4: 5_000 };

/** What a transaction needs to know to time itself. */
export interface Timing extends TimerValues {
  /** Whether the transport loses nothing, as TCP does. */
  readonly reliable: boolean;
}

/** How long a transaction may take at most: 64 × T1. */
export function patience({ t1 }: TimerValues): number {
  return 64 * t1;
}
