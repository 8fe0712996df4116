import { randomUUID } from "node:crypto";
import { type Clock, slowerClock, systemClock } from "@skill-call/emulation";
import { findHandler, type HandlerPlace } from "./find-handler.ts";
import type { Environment } from "./lambda-environment.ts";
import { type LambdaError, timedOut } from "./lambda-error.ts";
import type { Invocation, InvocationEnd, LambdaFunction } from "./lambda-function.ts";
import type { LambdaLog } from "./lambda-log.ts";
import { LambdaProcess, type ProcessAnswer, type ProcessRequest } from "./lambda-process.ts";
import { LambdaSource } from "./lambda-source.ts";
import { ProcessPool } from "./process-pool.ts";
import { type LambdaRuntime, runtimeOf } from "./runtimes.ts";

/** Lambda's own limit of the init phase (developer guide, "Lambda runtime environment lifecycle"). */
const initLimitMs = 10_000;

/** Before the first call nobody waits: a start on a busy machine, of many Lambdas at once, gets the time it takes. */
const warmLimitMs = 60_000;

/** Invocations that a Lambda runs at once, when nobody says so. */
export const usualConcurrency = 10;

export interface BuiltLambdaOptions {
  readonly name: string;
  /** The file: JavaScript, TypeScript or Python; or the folder that the handler's name starts from. */
  readonly file: string;
  /** The exported function, with or without its module: `handler` (without it), `index.handler`, `src/app.main`. */
  readonly handler?: string;
  /** `nodejs22.x` without it, or Python for a `.py`. */
  readonly runtime?: LambdaRuntime;
  /** The function's own variables; nothing of this process's environment reaches it. */
  readonly environment?: Environment;
  /** Time limit of one invocation, 3 s without it, as for a new function. */
  readonly timeoutMs?: number;
  /** How many invocations may run at once, as reserved concurrency bounds them; 10 without it. More wait. */
  readonly concurrency?: number;
  /** Loads the file anew for the next invocation once it, or one beside it, has changed. */
  readonly reload?: boolean;
  /** How many times more slowly time passes for it, and counts: for a machine too busy for its limits; 1 without it. */
  readonly timesSlower?: number;
  /** Hears every line that the function writes. */
  readonly log?: LambdaLog;
  readonly clock?: Clock;
  readonly newId?: () => string;
}

/**
 * Runs a file as Lambda would: in processes of its own, kept warm, as many as there are invocations at once.
 * @example createBuiltLambda({ name: "sma", file: "dist/index.mjs", environment: { TABLE: "calls" } })
 */
export function createBuiltLambda(options: BuiltLambdaOptions): LambdaFunction {
  return new BuiltLambda(options);
}

class BuiltLambda implements LambdaFunction {
  readonly name: string;
  readonly concurrency: number;
  readonly #options: BuiltLambdaOptions;
  readonly #place: HandlerPlace;
  readonly #source: LambdaSource;
  readonly #timeoutMs: number;
  readonly #clock: Clock;
  readonly #newId: () => string;
  readonly #pool: ProcessPool<LambdaProcess>;
  /** Processes of the file as it is: those that are missing here run what it was before it changed. */
  readonly #current = new Set<LambdaProcess>();
  #runnable = "";
  #watching: Promise<void> | undefined;
  #closed = false;

  constructor(options: BuiltLambdaOptions) {
    this.name = options.name;
    this.concurrency = options.concurrency ?? usualConcurrency;
    this.#options = options;
    this.#place = findHandler(options.file, options.handler ?? "handler");
    this.#source = new LambdaSource(this.#place.file);
    this.#timeoutMs = options.timeoutMs ?? 3000;
    this.#clock = slowerClock(options.clock ?? systemClock, options.timesSlower ?? 1);
    this.#newId = options.newId ?? randomUUID;
    this.#pool = new ProcessPool({
      limit: this.concurrency,
      start: () => this.#start(),
    });
  }

  async warm(): Promise<LambdaError | undefined> {
    const requestId = "init";
    const leased = await this.#lease();
    if (!(leased instanceof LambdaProcess)) return leased.error;
    const end = await this.#initialised(leased, { ms: warmLimitMs, requestId });
    await this.#release(leased, end);
    return end?.error;
  }

  async invoke(event: unknown): Promise<Invocation> {
    const startedAt = this.#clock.now();
    const end = await this.#run(this.#newId(), JSON.stringify(event) ?? "null");
    return { ...invocationEnd(end), durationMs: this.#clock.now() - startedAt };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#watching;
    await Promise.all([this.#pool.close(), this.#source.close()]);
  }

  async #run(requestId: string, event: string): Promise<End> {
    const leased = await this.#lease();
    if (!(leased instanceof LambdaProcess)) return leased;
    const end = await this.#ask(leased, { requestId, event, remainingMs: this.#timeoutMs });
    await this.#release(leased, end);
    return end;
  }

  async #ask(process: LambdaProcess, request: ProcessRequest): Promise<End> {
    const { requestId } = request;
    const notReady = await this.#initialised(process, { ms: initLimitMs, requestId });
    return notReady ?? this.#within({ ms: this.#timeoutMs, requestId }, process.invoke(request));
  }

  async #initialised(process: LambdaProcess, limit: Limit): Promise<Failure | undefined> {
    return this.#within(
      limit,
      process.initialised.then((error) => error && failed(error)),
    );
  }

  async #lease(): Promise<LambdaProcess | Failure> {
    try {
      if (this.#options.reload) await this.#watched();
      this.#runnable = await this.#source.runnable();
    } catch (error) {
      return failed({ errorType: "Runtime.UserCodeSyntaxError", message: String(error) });
    }
    return (this.#closed ? undefined : await this.#pool.lease()) ?? functionClosed;
  }

  /** As Lambda does with a process that failed in its init phase, crashed or was too slow: it is not asked again. */
  async #release(process: LambdaProcess, end: End | undefined): Promise<void> {
    const spent = process.over || end?.type === "timed-out" || !this.#current.has(process);
    if (!spent) return this.#pool.giveBack(process);
    this.#current.delete(process);
    await this.#pool.discard(process);
  }

  #watched(): Promise<void> {
    this.#watching ??= this.#source.watch(() => {
      this.#current.clear();
      void this.#pool.discardIdle();
    });
    return this.#watching;
  }

  #start(): LambdaProcess {
    const { name, environment = {}, timesSlower = 1, log = () => {} } = this.#options;
    const { file: source, exported } = this.#place;
    const runtime = this.#options.runtime ?? runtimeOf(source);
    const setting = {
      ...{ name, file: this.#runnable, source, exported, runtime, environment },
      timesSlower,
    };
    const process = new LambdaProcess(setting, log);
    this.#current.add(process);
    return process;
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

type Failure = TimedOut | { readonly type: "failed"; readonly error: LambdaError };

/** How an invocation ended. */
type End = ProcessAnswer | TimedOut;

function invocationEnd(end: End): InvocationEnd {
  if (end.type === "answered") return { outcome: "answered", payload: JSON.parse(end.payload) };
  return { outcome: end.type, ...end.error };
}

function failed(error: LambdaError): Failure {
  return { type: "failed", error };
}

const functionClosed = failed({
  errorType: "Runtime.ExitError",
  message: "The function was closed.",
});
