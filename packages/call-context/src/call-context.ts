/**
 * Why the caller calls: an id that routes agree on, and the caller's own words where there are any.
 * No interface: one would not fit schemas that let further fields pass.
 */
export type Reason = {
  /** One of the ids of the interaction model's reason slot type, such as `billing`. */
  readonly id: string;
  readonly text?: string;
};

/** How the call was started. Nothing but the skill's configuration depends on it. */
export const callStarters = [
  "skill-call",
  "callback",
  "connect",
  "connect-task",
  "smart-properties",
] as const;
export type CallStarterName = (typeof callStarters)[number];

/** What a skill gathers about a call before it starts it. A team's own schema may add fields. */
export interface CallContext {
  readonly callerName: string;
  readonly accountId?: string;
  /** A spoken account ID is not authentication: `false` until a system of record confirmed it. */
  readonly accountIdVerified: boolean;
  readonly reason: Reason;
  /** The caller's own number, E.164. */
  readonly callerNumber?: string;
  /** BCP 47, as Alexa gives it: `en-US`. */
  readonly locale: string;
  readonly skillId?: string;
  readonly callStarter: CallStarterName;
  /** The trace in which the context was stored (W3C Trace Context), for who reads it to link their own to. */
  readonly traceparent?: string;
}

/** A status moves forward only: created → claimed → connected → ended | failed. */
export const callStatuses = ["created", "claimed", "connected", "ended", "failed"] as const;
export type CallStatus = (typeof callStatuses)[number];

/** What the store adds to a context. */
export interface RecordFields {
  readonly contextId: string;
  readonly status: CallStatus;
  /** ISO 8601, UTC, with milliseconds. */
  readonly createdAt: string;
  /** Epoch seconds. From this second on the record can be neither read, claimed nor updated. */
  readonly expiresAt: number;
  /** The transaction (call) of the PSTN Audio service that claimed the context. */
  readonly transactionId?: string;
}

/** A stored call context. */
export type CallContextRecord<C extends CallContext = CallContext> = C & RecordFields;
