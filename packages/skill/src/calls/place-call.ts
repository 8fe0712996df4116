import {
  type CallContext,
  type CallContextStore,
  hashContextId,
  isCallContextError,
} from "@skill-call/call-context";
import { type CallForm, contactAttributesOf } from "@skill-call/call-form";
import type { Annotate, Log, Measure } from "@skill-call/telemetry";
import type { AlexaAccess } from "../alexa/alexa-access.ts";
import type { FetchCallerNumber } from "../alexa/mobile-number.ts";
import type { Metric } from "../metrics/metric.ts";
import { CallFailure, type CallFailureCode } from "./call-failure.ts";
import type { CallStarter, CallToStart } from "./call-starter.ts";
import { timeBudget, type Within } from "./time-budget.ts";

/** A call that the caller said yes to. */
export interface CallOrder {
  /** Drawn before the caller was asked, so that the same yes never stores twice. */
  readonly contextId: string;
  /** What was gathered; the rest of the context is known here. */
  readonly gathered: Omit<CallContext, "callerNumber" | "callStarter">;
  readonly access: AlexaAccess;
}

export type CallOutcome =
  | { readonly type: "started" }
  | { readonly type: "failed"; readonly code: CallFailureCode };

export type PlaceCall = (order: CallOrder) => Promise<CallOutcome>;

export interface PlaceCallPorts {
  readonly store: Pick<CallContextStore<CallContext>, "create" | "get" | "advance">;
  readonly form: CallForm;
  readonly starter: CallStarter;
  readonly fetchCallerNumber: FetchCallerNumber;
  readonly within: Within;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly log: Log;
  readonly measure: Measure<Metric>;
  readonly annotate: Annotate;
  /** Of the invocation that stores the context; absent: nobody traces. */
  readonly traceparent?: () => string | undefined;
}

/** Stores the context, then starts the call: whoever answers must find the context there. */
export function createPlaceCall(ports: PlaceCallPorts): PlaceCall {
  return async (order) => {
    const { starter, log, annotate } = ports;
    const facts = { callStarter: starter.name, contextHash: hashContextId(order.contextId) };
    try {
      await placeCall(order, ports);
      log("info", "call.started", facts);
      annotate({ ...facts, outcome: "started" });
      return { type: "started" };
    } catch (error) {
      const { code, status } = callFailure(error);
      log("warn", "call.failed", { code, status, ...facts });
      annotate({ ...facts, outcome: code });
      return { type: "failed", code };
    }
  };
}

async function placeCall(order: CallOrder, ports: PlaceCallPorts): Promise<void> {
  const { starter, fetchCallerNumber, within, measure } = ports;
  const { access, contextId } = order;
  starter.check(access);
  const callerNumber = starter.needsCallerNumber
    ? await fetchCallerNumber(access, within(timeBudget.callerNumber))
    : undefined;
  if ((await storeContext(order, callerNumber, ports)) === "stored-before") return;
  try {
    const attributes = contactAttributesOf(ports.form, order.gathered);
    await start({ contextId, attributes, access, callerNumber }, ports);
    measure({ name: "CallsStarted" });
  } catch (error) {
    await markFailed(contextId, ports);
    throw error;
  }
}

/** Asks once more where the answer was lost and the starter knows the second request for the first. */
async function start(
  call: Omit<CallToStart, "signal">,
  { starter, within }: PlaceCallPorts,
): Promise<void> {
  const attempt = (ms: number) => starter.start({ ...call, signal: within(ms) });
  if (!starter.mayBeAskedAgain) return attempt(timeBudget.start);
  try {
    await attempt(timeBudget.start / 2);
  } catch (error) {
    if (!isAnswerLost(error)) throw error;
    await attempt(timeBudget.start / 2);
  }
}

function isAnswerLost(error: unknown): boolean {
  return error instanceof CallFailure && /\.(timeout|connection-lost)$/.test(error.code);
}

async function storeContext(
  { gathered, contextId }: CallOrder,
  callerNumber: string | undefined,
  ports: PlaceCallPorts,
): Promise<"stored" | "stored-before"> {
  const { store, starter, within } = ports;
  const signal = within(timeBudget.store);
  const traceparent = ports.traceparent?.();
  const number = callerNumber !== undefined && { callerNumber };
  try {
    const context = {
      ...gathered,
      ...number,
      callStarter: starter.name,
      ...(traceparent !== undefined && { traceparent }),
    };
    await store.create(context, { signal, contextId });
    return "stored";
  } catch (error) {
    if (isCallContextError(error, "call-context.exists")) {
      if (await failedBefore(contextId, ports)) throw new CallFailure("call.failed-before");
      return "stored-before";
    }
    // It may be there all the same: a second delivery must not take it for a call that was started.
    if (isCallContextError(error, "call-context.store-unavailable")) {
      await markFailed(contextId, ports);
    }
    throw error;
  }
}

/** So long the first delivery may need after the record is there, until it has started the call or marked it failed. */
const undecidedMs = timeBudget.store + timeBudget.start + timeBudget.markFailed;

/** Milliseconds between two looks at the record. */
const lookAgainMs = 1000;

/**
 * Whether the first delivery of an order failed. While its record is new, it may still give up: its word is waited for.
 * Where that cannot be read, it most likely started the call or is about to: the caller is told so, and the log that
 * nobody knows.
 */
async function failedBefore(
  contextId: string,
  { store, within, clock, log }: PlaceCallPorts,
): Promise<boolean> {
  const read = () => store.get(contextId, { signal: within(timeBudget.store) });
  try {
    const { createdAt, ...first } = await read();
    let { status } = first;
    // The other sandbox's clock may be ahead.
    const until = Math.min(Date.parse(createdAt), clock()) + undecidedMs;
    while (status === "created" && clock() < until) {
      await aborted(within(Math.min(until - clock(), lookAgainMs)));
      ({ status } = await read());
    }
    return status === "failed";
  } catch (error) {
    if (!isCallContextError(error)) throw error;
    log("warn", "call.first-delivery-unknown", {
      code: error.code,
      contextHash: hashContextId(contextId),
    });
    return false;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** The caller hears of the failed start either way: a record that cannot be marked expires by itself. */
async function markFailed(
  contextId: string,
  { store, within, log }: PlaceCallPorts,
): Promise<void> {
  const signal = within(timeBudget.markFailed);
  // A start whose answer was lost may have reached the SIP media application: its claim stands.
  const request = { signal, onlyUnclaimed: true };
  try {
    await store.advance(contextId, "failed", request);
  } catch (error) {
    if (!isCallContextError(error)) throw error;
    log("warn", "context.not-marked-failed", {
      code: error.code,
      contextHash: hashContextId(contextId),
    });
  }
}

/** @throws {Error} what is not a failure of a call but a mistake in the program */
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
