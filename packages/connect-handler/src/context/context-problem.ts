import type { CallContextErrorCode } from "@skill-call/call-context";

/** Why a contact has no context. */
export const contextProblems = [
  "no-context-id",
  "not-found",
  "expired",
  "already-claimed",
  "invalid-record",
  "store-unavailable",
] as const;
export type ContextProblem = (typeof contextProblems)[number];

/** Each error of the store as a problem of the contact; any other is `store-unavailable`. */
export const problemByCode: Readonly<Partial<Record<CallContextErrorCode, ContextProblem>>> = {
  "call-context.not-found": "not-found",
  "call-context.expired": "expired",
  "call-context.already-claimed": "already-claimed",
  "call-context.invalid-record": "invalid-record",
};
