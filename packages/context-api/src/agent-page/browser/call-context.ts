/** What the page reads of a context, as the API tells it. Everything in it may be the caller's own words. */
export interface CallContext {
  readonly contextId: string;
  readonly callerName: string;
  readonly accountId?: string;
  readonly accountIdVerified: boolean;
  readonly callerNumber?: string;
  readonly masked: readonly string[];
  /** What a team's own schema added, as far as it may be seen. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Names of fields that are there and may not be seen. */
  readonly hiddenFields: readonly string[];
  readonly reason: { readonly id: string; readonly text?: string };
  readonly locale: string;
  readonly status: CallStatus;
  readonly createdAt: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

export type CallStatus = "created" | "claimed" | "connected" | "ended" | "failed";

export type TimelineEntry =
  | { readonly type: "status"; readonly status: CallStatus; readonly at: string }
  | { readonly type: "note"; readonly text: string; readonly at: string };

/** A context and what happened to its call. */
export interface CallSnapshot {
  readonly context: CallContext;
  readonly timeline: { readonly entries: readonly TimelineEntry[] };
}
