/** One arrow of a call's story. Who takes part, and what can happen, each emulator says for itself. */
export interface TraceEvent<Lane extends string = string, Kind extends string = string> {
  /** Epoch milliseconds of the emulator's clock. */
  readonly at: number;
  /** Who does it, and to whom: columns of a call ladder. */
  readonly from: Lane;
  readonly to: Lane;
  /** A stable machine-readable name, such as `skill.request`, `sma.event`, `leg.answered`. */
  readonly kind: Kind;
  /** One line for people. */
  readonly label: string;
  /** How long the step took, where it has a length. */
  readonly durationMs?: number;
  /** The exact request, event or answer; plain JSON. */
  readonly detail?: unknown;
  /** The call it belongs to, where it belongs to one: its TransactionId. */
  readonly transactionId?: string;
}

/** Where a part of an emulator tells what it does. */
export type Trace<Step extends TraceEvent = TraceEvent> = (step: Omit<Step, "at">) => void;
