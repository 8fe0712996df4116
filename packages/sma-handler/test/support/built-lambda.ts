import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { WireAction } from "./phone-line.ts";

const file = join(__dirname, "../../dist/lambda/index.mjs");
const runner = join(__dirname, "lambda-process.mjs");

export interface WireAnswer {
  readonly SchemaVersion: string;
  readonly Actions: readonly WireAction[];
  readonly TransactionAttributes?: Readonly<Record<string, string>>;
}

interface Reply {
  readonly id: number;
  readonly answer?: WireAnswer;
  readonly error?: { readonly name: string; readonly message: string };
}

type Environment = Readonly<Record<string, string>>;

/** The built Lambda in a process of its own, with nothing but the given environment. */
export class BuiltLambda {
  readonly #process: ChildProcess;
  #stdout = "";
  #stderr = "";
  #invocations = 0;

  private constructor(environment: Environment) {
    if (!existsSync(file)) throw new Error("Build the Lambda before its test: pnpm build");
    this.#process = fork(runner, [file], {
      env: { PATH: process.env.PATH, ...environment },
      execArgv: [],
      silent: true,
    });
    this.#process.stdout?.on("data", (chunk) => {
      this.#stdout += chunk;
    });
    this.#process.stderr?.on("data", (chunk) => {
      this.#stderr += chunk;
    });
  }

  /** Starts it; rejects with what it printed when it does not start. */
  static async start(environment: Environment): Promise<BuiltLambda> {
    const lambda = new BuiltLambda(environment);
    const ready = once(lambda.#process, "message");
    const exited = once(lambda.#process, "close").then(() => {
      throw new Error(lambda.#stderr);
    });
    await Promise.race([ready, exited]);
    exited.catch(() => {});
    return lambda;
  }

  /** What it logged: Powertools writes warnings and errors to standard error. */
  get log(): string {
    return this.#stdout + this.#stderr;
  }

  /** What it counted, in CloudWatch's embedded metric format. */
  get metrics(): readonly Record<string, unknown>[] {
    const lines = this.#stdout.split("\n").filter((line) => line.includes('"_aws"'));
    return lines.map((line) => JSON.parse(line));
  }

  async invoke(event: unknown, remainingMs = 5_000): Promise<WireAnswer> {
    this.#invocations += 1;
    const id = this.#invocations;
    this.#process.send({ id, event, remainingMs });
    const [reply]: Reply[] = await once(this.#process, "message");
    if (reply?.id !== id || !reply.answer) throw new Error(`No answer: ${reply?.error?.message}`);
    return reply.answer;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const closed = once(this.#process, "close");
    this.#process.kill();
    await closed;
  }
}
