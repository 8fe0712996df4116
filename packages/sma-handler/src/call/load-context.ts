import { type CallContextRecord, claimProblemOf, hashContextId } from "@skill-call/call-context";
import { errorFacts, xRayTraceId } from "@skill-call/telemetry";
import { OutOfTimeError } from "../errors.ts";
import type { Invocation } from "../invocation.ts";
import { claimMs } from "../time/budgets.ts";
import type { ContextProblem } from "./call-state.ts";

/** The context of a call, or why there is none. */
export interface LoadedContext {
  readonly context?: CallContextRecord;
  readonly problem?: ContextProblem;
  /** Only where the context is this call's, or may be: never that of another one. */
  readonly contextId?: string;
  readonly userToUser?: string;
  /** Whether looking for it took all the time there was. */
  readonly outOfTime: boolean;
}

/** What a call brings along to find its context by. */
export interface ContextOrigin {
  readonly contextId?: string;
  readonly userToUser?: string;
}

/** Claims the context that a call brings along: one request, which loads it too. */
export async function loadContext(
  origin: ContextOrigin,
  invocation: Invocation,
): Promise<LoadedContext> {
  const loaded = await load(origin, invocation);
  measureContext(loaded, invocation);
  return loaded;
}

/** Counts the calls that come with their context, and those that come without, by reason. */
export function measureContext({ problem }: LoadedContext, { ports }: Invocation): void {
  if (problem === undefined) ports.measure({ name: "ContextsClaimed" });
  else if (problem === "ordinary-call") ports.measure({ name: "OrdinaryCalls" });
  else ports.measure({ name: "ContextsMissing", reason: problem });
}

async function load(
  { contextId, userToUser }: ContextOrigin,
  invocation: Invocation,
): Promise<LoadedContext> {
  if (contextId === undefined) return { problem: "no-context-id", outOfTime: false };
  const origin = { contextId, ...(userToUser !== undefined && { userToUser }) };
  try {
    const context = await claim(contextId, invocation);
    invocation.ports.annotate({ startedIn: xRayTraceId(context.traceparent) });
    return { ...origin, context, outOfTime: false };
  } catch (error) {
    return whatWentWrong(error, { origin, invocation });
  }
}

function claim(contextId: string, { event, ports, deadline }: Invocation) {
  return deadline.within(claimMs, (signal) =>
    ports.store.claim(contextId, event.transactionId, { signal }),
  );
}

interface FailedClaim {
  readonly origin: ContextOrigin & { readonly contextId: string };
  readonly invocation: Invocation;
}

function whatWentWrong(error: unknown, { origin, invocation }: FailedClaim): LoadedContext {
  const problem = claimProblemOf(error);
  invocation.ports.log("warn", "context.missing", {
    problem,
    transactionId: invocation.event.transactionId,
    contextHash: hashContextId(origin.contextId),
    ...errorFacts(error),
  });
  const mayBeOurs = problem === "store-unavailable" || problem === "invalid-record";
  return { problem, ...(mayBeOurs && origin), outOfTime: error instanceof OutOfTimeError };
}
