import type { CallContext } from "@skill-call/call-context";
import type { Invocation } from "../invocation.ts";
import { claimMs } from "../time/budgets.ts";

/** Reads the context that this call has claimed; `undefined` for a call without one. */
export async function contextOfCall({
  state,
  ports,
  deadline,
}: Pick<Invocation, "state" | "ports" | "deadline">): Promise<CallContext | undefined> {
  const { contextId, contextProblem } = state;
  if (contextId === undefined || contextProblem) return undefined;
  return deadline.within(claimMs, (signal) => ports.store.get(contextId, { signal }));
}
