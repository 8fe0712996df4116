import type { Queue } from "../contact/contact.ts";

/** How a flow ended. */
export type FlowEnd =
  /** The flow hung up. */
  | { readonly type: "disconnected" }
  /** EndFlowExecution, EndFlowModuleExecution: what the flow was a part of goes on. */
  | { readonly type: "ended"; readonly result?: string }
  | { readonly type: "queued"; readonly queue: Queue }
  /** Handed over to a number for good, and that call is over. */
  | { readonly type: "handed-over"; readonly by: "customer" | "third-party" }
  | { readonly type: "customer-hung-up" }
  /** There was no way on: the caller hears nothing more, and Connect hangs up. */
  | { readonly type: "lost"; readonly why: string };

/** What an action came to, and so which branch is taken. */
export type ActionOutcome =
  | { readonly type: "next" }
  /** A result for the conditions. */
  | { readonly type: "result"; readonly value: string }
  | { readonly type: "error"; readonly error: string; readonly why: string }
  | { readonly type: "end"; readonly end: FlowEnd }
  | { readonly type: "other-flow"; readonly flowId: string }
  /** Runs a module, and goes on with its result. */
  | { readonly type: "module"; readonly flowId: string };

export const next: ActionOutcome = { type: "next" };

export function failed(why: string, error = "NoMatchingError"): ActionOutcome {
  return { type: "error", error, why };
}

export function ended(end: FlowEnd): ActionOutcome {
  return { type: "end", end };
}
