import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type Clock, systemClock } from "@skill-call/emulation";
import type { Environment, LambdaSetting } from "./lambda-environment.ts";
import { type LambdaError, timedOut } from "./lambda-error.ts";
import type { Invocation, InvocationEnd, LambdaFunction } from "./lambda-function.ts";
import type { LambdaLog } from "./lambda-log.ts";
import { LambdaProcess, type ProcessAnswer, type ProcessRequest } from "./lambda-process.ts";

/** Lambda's own limit of the init phase (developer guide, "Lambda runtime environment lifecycle"). */
const initLimitMs = 10_000;

/** A machine has so many cores: more processes that start at once only keep each other from being ready. */
const startsAtOnce = Math.max(2, availableParallelism());

export interface BuiltLambdaOptions {
  readonly name: string;
  /** Path of the built file: `index.mjs`, or CommonJS. */
  readonly file: string;
  /** Name of the exported function: `handler` without it. */
  readonly handler?: string;
  /** The function's own variables; nothing of this process's environment reaches it. */
  readonly environment?: Environment;
  /** Time limit of one invocation, 3 s without it, as for a new function. */
  readonly timeoutMs?: number;
  /** Hears every line that the function writes. */
  readonly log?: LambdaLog;
  readonly clock?: Clock;
  readonly newId?: () => string;
}

/**
 * Runs a built file as Lambda would: in processes of its own, kept warm, as many as there are invocations at once.
 * @example createBuiltLambda({ name: "sma", file: "dist/index.mjs", environment: { TABLE: "calls" } })
 */
export function createBuiltLambda(options: BuiltLambdaOptions): LambdaFunction {
  return new BuiltLambda(options);
}

class BuiltLambda implements LambdaFunction {
  readonly name: string;
  readonly #setting: LambdaSetting;
  readonly #timeoutMs: number;
  readonly #log: LambdaLog;
  readonly #clock: Clock;
  readonly #newId: () => string;
  readonly #processes = new Set<LambdaProcess>();
  /** Warm processes, the last used at the end: it is taken first, so that a quiet function keeps few. */
  readonly #idle: LambdaProcess[] = [];
  /** Invocations that wait for the next process that is free, or may be started. */
  readonly #waiting: ((process: LambdaProcess | undefined) => void)[] = [];
  #starting = 0;
  #closed = false;

  constructor(options: BuiltLambdaOptions) {
    const { name, file, handler = "handler", environment = {} } = options;
    this.name = name;
    this.#setting = { name, file: resolve(file), handler, environment };
    this.#timeoutMs = options.timeoutMs ?? 3000;
    this.#log = options.log ?? (() => {});
    this.#clock = options.clock ?? systemClock;
    this.#newId = options.newId ?? randomUUID;
  }

  async invoke(event: unknown): Promise<Invocation> {
    const startedAt = this.#clock.now();
    const end = await this.#run(this.#newId(), JSON.stringify(event) ?? "null");
    return { ...invocationEnd(end), durationMs: this.#clock.now() - startedAt };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const give of this.#waiting.splice(0)) give(undefined);
    await Promise.all([...this.#processes].map((process) => process.kill()));
  }

  async #run(requestId: string, event: string): Promise<End> {
    const process = this.#closed ? undefined : await this.#lease();
    if (!process) return functionClosed;
    const end = await this.#ask(process, { requestId, event, remainingMs: this.#timeoutMs });
    if (process.over || end.type === "timed-out") await this.#discard(process);
    else this.#idle.push(process);
    this.#serve();
    return end;
  }

  async #ask(process: LambdaProcess, request: ProcessRequest): Promise<End> {
    const { requestId } = request;
    const initialised = process.initialised.then((error) => error && failed(error));
    const notReady = await this.#within({ ms: initLimitMs, requestId }, initialised);
    return notReady ?? this.#within({ ms: this.#timeoutMs, requestId }, process.invoke(request));
  }

  async #lease(): Promise<LambdaProcess | undefined> {
    return this.#ready() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Gives those who wait what there is by now. */
  #serve(): void {
    while (this.#waiting.length > 0) {
      const process = this.#ready();
      if (!process) return;
      this.#waiting.shift()?.(process);
    }
  }

  #ready(): LambdaProcess | undefined {
    return this.#warm() ?? (this.#starting < startsAtOnce ? this.#start() : undefined);
  }

  #warm(): LambdaProcess | undefined {
    for (let process = this.#idle.pop(); process; process = this.#idle.pop()) {
      if (!process.over) return process;
      this.#processes.delete(process);
    }
    return undefined;
  }

  #start(): LambdaProcess {
    const process = new LambdaProcess(this.#setting, this.#log);
    this.#processes.add(process);
    this.#starting += 1;
    void process.initialised.then(() => {
      this.#starting -= 1;
      this.#serve();
    });
    return process;
  }

  /** As Lambda does with a process that failed in its init phase, crashed or was too slow. */
  async #discard(process: LambdaProcess): Promise<void> {
    await process.kill();
    this.#processes.delete(process);
  }

  #within<T>({ ms, requestId }: Limit, task: Promise<T>): Promise<T | TimedOut> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(ms, () =>
        resolve({ type: "timed-out", error: timedOut(requestId, ms) }),
      );
      void task.then((result) => {
        cancel();
        resolve(result);
      });
    });
  }
}

interface Limit {
  readonly ms: number;
  readonly requestId: string;
}

interface TimedOut {
  readonly type: "timed-out";
  readonly error: LambdaError;
}

/** How an invocation ended. */
type End = ProcessAnswer | TimedOut;

function invocationEnd(end: End): InvocationEnd {
  if (end.type === "answered") return { outcome: "answered", payload: JSON.parse(end.payload) };
  return { outcome: end.type, ...end.error };
}

function failed(error: LambdaError): ProcessAnswer {
  return { type: "failed", error };
}

const functionClosed = failed({
  errorType: "Runtime.ExitError",
  message: "The function was closed.",
});
