import { randomUUID } from "node:crypto";
import { type Clock, systemClock } from "@skill-call/emulation";
import type { Invocation, InvocationEnd, LambdaFunction } from "./lambda-function.ts";

/** What a handler is told about its invocation; the rest of Lambda's context has no meaning inside a test. */
export interface InProcessContext {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly functionVersion: "$LATEST";
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: "128";
  readonly logGroupName: string;
  readonly logStreamName: "local";
  callbackWaitsForEmptyEventLoop: boolean;
  getRemainingTimeInMillis(): number;
  done(error?: unknown, result?: unknown): void;
  succeed(result?: unknown): void;
  fail(error?: unknown): void;
}

/** Answers by what it returns, by its callback, or by `context.done`: as a handler may up to `nodejs22.x`. */
export type LambdaHandler = (
  // biome-ignore lint/suspicious/noExplicitAny: a handler names the event of its own service
  event: any,
  // biome-ignore lint/suspicious/noExplicitAny: and the context by types of its own
  context: any,
  callback: (error?: unknown, result?: unknown) => void,
) => unknown;

export interface InProcessLambdaOptions {
  readonly name: string;
  readonly handler: LambdaHandler;
  /** What `getRemainingTimeInMillis` counts down from, 3 s without it. Nobody stops a handler that takes longer. */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
  readonly newId?: () => string;
}

/**
 * A Lambda function that is a function of this process: for tests, which can then mock what it uses and step into it.
 * It shares everything with its test, so neither its environment nor its time limit are Lambda's.
 * @example createInProcessLambda({ name: "skill", handler: require("../lambda").handler })
 */
export function createInProcessLambda(options: InProcessLambdaOptions): LambdaFunction {
  const { name, clock = systemClock } = options;
  return {
    name,
    concurrency: Number.POSITIVE_INFINITY,
    invoke: async (event): Promise<Invocation> => {
      const startedAt = clock.now();
      const end = await invoked(event, options);
      return { ...end, durationMs: clock.now() - startedAt };
    },
    warm: async () => undefined,
    close: async () => {},
  };
}

async function invoked(event: unknown, options: InProcessLambdaOptions): Promise<InvocationEnd> {
  try {
    // Over the wire, nothing is shared, and what JSON cannot say is lost.
    const answer = await answerOf(overTheWire(event), options);
    return { outcome: "answered", payload: overTheWire(answer) };
  } catch (error) {
    return { outcome: "failed", ...describe(error) };
  }
}

function answerOf(event: unknown, options: InProcessLambdaOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (error?: unknown, result?: unknown) =>
      error === null || error === undefined ? resolve(result) : reject(error);
    const returned = options.handler(event, contextOf(options, done), done);
    if (isPromise(returned)) returned.then(resolve, reject);
  });
}

function contextOf(
  { name, timeoutMs = 3000, clock = systemClock, newId = randomUUID }: InProcessLambdaOptions,
  done: InProcessContext["done"],
): InProcessContext {
  const deadline = clock.now() + timeoutMs;
  return {
    awsRequestId: newId(),
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: "128",
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - clock.now()),
    done,
    succeed: (result) => done(null, result),
    fail: (error) => done(error ?? new Error("handled")),
  };
}

function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? "null");
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === "function";
}

function describe(error: unknown): { readonly errorType: string; readonly message: string } {
  if (error instanceof Error) return { errorType: error.name, message: error.message };
  return { errorType: typeof error, message: String(error) };
}
