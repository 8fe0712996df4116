/** Who takes part in a call, from the caller's mouth to the agent's screen; the columns of a call ladder. */
export const parties = [
  "caller",
  "alexa",
  "skill",
  "call-context-table",
  "pstn-audio",
  "sma-handler",
  "destination-service",
  "meetings",
  "callee",
  "contact-centre",
] as const;
export type Party = (typeof parties)[number];

/** One arrow of a call's story. */
export interface TraceEvent {
  /** Epoch milliseconds of the emulator's clock. */
  readonly at: number;
  readonly from: Party;
  readonly to: Party;
  /** A stable machine-readable name, such as `skill.request`, `sma.event`, `leg.answered`. */
  readonly kind: string;
  /** One line for people. */
  readonly label: string;
  /** How long the step took, where it has a length. */
  readonly durationMs?: number;
  /** The exact request, event or answer; plain JSON. */
  readonly detail?: unknown;
  /** The call it belongs to, where it belongs to one: its TransactionId. */
  readonly transactionId?: string;
}

/** Where every part of the emulator tells what it does. */
export type Trace = (event: Omit<TraceEvent, "at">) => void;
