import { type CallContextRecord, claimProblemOf, hashContextId } from "@skill-call/call-context";
import { errorFacts, xRayTraceId } from "@skill-call/telemetry";
import type { Invocation } from "../invocation.ts";
import { claimMs } from "../time/budgets.ts";
import type { ContextProblem } from "./context-problem.ts";

/** The context of a contact, or why there is none. */
export type LoadedContext =
  | { readonly context: CallContextRecord }
  | { readonly context?: undefined; readonly problem: ContextProblem };

/**
 * Claims the context that the contact's attribute names, for this contact: one request, which loads it too. The same
 * contact may claim again, so that a repeated invocation and every later step find it.
 */
export async function loadContext(invocation: Invocation): Promise<LoadedContext> {
  const { event, ports, deadline } = invocation;
  const { contextId } = event.attributes;
  if (contextId === undefined) return { problem: "no-context-id" };
  try {
    const context = await deadline.within(claimMs, (signal) =>
      ports.store.claim(contextId, event.initialContactId, { signal }),
    );
    ports.annotate({ startedIn: xRayTraceId(context.traceparent) });
    return { context };
  } catch (error) {
    const problem = claimProblemOf(error);
    ports.log("warn", "context.missing", {
      problem,
      contactId: event.initialContactId,
      contextHash: hashContextId(contextId),
      ...errorFacts(error),
    });
    return { problem };
  }
}
