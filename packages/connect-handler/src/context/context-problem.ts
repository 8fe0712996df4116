import type { ClaimProblem } from "@skill-call/call-context";

/** Why a contact has no context. */
export type ContextProblem = "no-context-id" | ClaimProblem;
