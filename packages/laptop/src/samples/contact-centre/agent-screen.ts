import type { CallContext, CallContextRecord } from "@skill-call/call-context";

/** What an agent sees before the first word: the call context, or why there is none. */
export type AgentScreen = KnownCaller | UnknownCaller;

export interface KnownCaller extends CallContext {
  readonly known: true;
  readonly contextId: string;
  /** How long ago the caller was asked, in whole seconds. */
  readonly gatheredSecondsAgo: number;
}

export interface UnknownCaller {
  readonly known: false;
  readonly why: "no-context-id" | "not-found" | "expired" | "unreadable" | "store-unavailable";
  /** The sentence on the screen. */
  readonly notice: string;
}

const notices: Readonly<Record<UnknownCaller["why"], string>> = {
  "no-context-id": "This call carries no context: ask who is calling, and why.",
  "not-found": "The context of this call is not there: ask who is calling, and why.",
  expired: "The context of this call is too old to be shown: ask who is calling, and why.",
  unreadable: "The context of this call cannot be read: ask who is calling, and why.",
  "store-unavailable": "The context cannot be fetched right now: ask who is calling, and why.",
};

/** @param now epoch milliseconds */
export function knownCaller(record: CallContextRecord, now: number): KnownCaller {
  const { status: _, createdAt, expiresAt: __, transactionId: ___, ...context } = record;
  const gatheredSecondsAgo = Math.max(0, Math.floor((now - Date.parse(createdAt)) / 1000));
  return { known: true, ...context, gatheredSecondsAgo };
}

export function unknownCaller(why: UnknownCaller["why"]): UnknownCaller {
  return { known: false, why, notice: notices[why] };
}
