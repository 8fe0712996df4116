import { type CallContextStore, hashContextId, isCallContextError } from "@skill-call/call-context";
import type { AlexaAccess } from "../alexa/alexa-access.ts";
import type { FetchCallerNumber } from "../alexa/mobile-number.ts";
import type { Log } from "../log.ts";
import type { SkillCallContext } from "../skill-call-context.ts";
import { CallFailure, type CallFailureCode } from "./call-failure.ts";
import type { CallStarter } from "./call-starter.ts";
import { timeBudget, type Within } from "./time-budget.ts";

/** A call that the caller said yes to. */
export interface CallOrder {
  /** Drawn before the caller was asked, so that the same yes never stores twice. */
  readonly contextId: string;
  /** What was gathered; the rest of the context is known here. */
  readonly gathered: Omit<SkillCallContext, "callerNumber" | "callStarter">;
  readonly access: AlexaAccess;
}

export type CallOutcome =
  | { readonly type: "started" }
  | { readonly type: "failed"; readonly code: CallFailureCode };

export type PlaceCall = (order: CallOrder) => Promise<CallOutcome>;

export interface PlaceCallPorts {
  readonly store: CallContextStore<SkillCallContext>;
  readonly starter: CallStarter;
  readonly fetchCallerNumber: FetchCallerNumber;
  readonly within: Within;
  readonly log: Log;
}

/** Stores the context, then starts the call: whoever answers must find the context there. */
export function createPlaceCall(ports: PlaceCallPorts): PlaceCall {
  return async (order) => {
    const facts = {
      contextIdHash: hashContextId(order.contextId),
      callStarter: ports.starter.name,
    };
    try {
      await placeCall(order, ports);
      ports.log("info", "call.started", facts);
      return { type: "started" };
    } catch (error) {
      const { code, status } = callFailure(error);
      ports.log("warn", "call.failed", { code, status, ...facts });
      return { type: "failed", code };
    }
  };
}

async function placeCall(order: CallOrder, ports: PlaceCallPorts): Promise<void> {
  const { starter, fetchCallerNumber, within } = ports;
  const { access, contextId } = order;
  starter.check(access);
  const callerNumber = starter.needsCallerNumber
    ? await fetchCallerNumber(access, within(timeBudget.callerNumber))
    : undefined;
  if (!(await storeContext(order, callerNumber, ports))) return;
  try {
    const signal = within(timeBudget.start);
    await starter.start({ contextId, access, callerNumber, signal });
  } catch (error) {
    await markFailed(contextId, ports);
    throw error;
  }
}

/** Answers whether the call is to be started: not when this same order was stored before. */
async function storeContext(
  { gathered, contextId }: CallOrder,
  callerNumber: string | undefined,
  { store, starter, within }: PlaceCallPorts,
): Promise<boolean> {
  const context = {
    ...gathered,
    ...(callerNumber !== undefined && { callerNumber }),
    callStarter: starter.name,
  };
  const signal = within(timeBudget.store);
  try {
    await store.create(context, { contextId, signal });
    return true;
  } catch (error) {
    if (!isCallContextError(error, "call-context.already-exists")) throw error;
    const { status } = await store.get(contextId, { signal });
    if (status === "failed") throw new CallFailure("call.failed-before", { cause: error });
    return false;
  }
}

/** The caller hears of the failed start either way: a record that cannot be marked expires by itself. */
async function markFailed(
  contextId: string,
  { store, within, log }: PlaceCallPorts,
): Promise<void> {
  try {
    await store.advance(contextId, "failed", { signal: within(timeBudget.markFailed) });
  } catch (error) {
    if (!isCallContextError(error)) throw error;
    log("warn", "context.not-marked-failed", {
      code: error.code,
      contextIdHash: hashContextId(contextId),
    });
  }
}

/** @throws {Error} what is no failure of a call but a mistake in the program */
function callFailure(error: unknown): CallFailure {
  if (error instanceof CallFailure) return error;
  if (isCallContextError(error, "call-context.store-unavailable")) {
    return new CallFailure("store.unavailable", { cause: error });
  }
  if (isCallContextError(error, "call-context.invalid-context")) {
    return new CallFailure("store.invalid-context", { cause: error });
  }
  throw error;
}
