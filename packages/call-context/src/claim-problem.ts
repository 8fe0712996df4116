import { type CallContextErrorCode, isCallContextError } from "./errors.ts";

/** Why a call that brings a context ID has no context. */
export const claimProblems = [
  "not-found",
  "expired",
  "already-claimed",
  "invalid-record",
  "store-unavailable",
] as const;
export type ClaimProblem = (typeof claimProblems)[number];

const problemByCode: Readonly<Partial<Record<CallContextErrorCode, ClaimProblem>>> = {
  "call-context.not-found": "not-found",
  "call-context.expired": "expired",
  "call-context.already-claimed": "already-claimed",
  "call-context.invalid-record": "invalid-record",
};

/**
 * What an error of `claim` means for the call, as one word for logs and metrics. Any other error, such as that of a
 * deadline, is `store-unavailable`.
 * @example catch (error) { return { problem: claimProblemOf(error) }; }
 */
export function claimProblemOf(error: unknown): ClaimProblem {
  return (isCallContextError(error) && problemByCode[error.code]) || "store-unavailable";
}
