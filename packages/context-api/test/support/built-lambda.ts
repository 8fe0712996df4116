import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { HttpResult } from "../../src/http/lambda-handler.ts";

const file = join(__dirname, "../../dist/lambda/index.mjs");
const runner = join(__dirname, "lambda-process.mjs");

type Environment = Readonly<Record<string, string>>;

interface Reply {
  readonly id: number;
  readonly answer?: HttpResult;
  readonly error?: { readonly name: string; readonly message: string };
}

/** The built Lambda in a process of its own, with nothing but the given environment. */
export class BuiltLambda {
  readonly #process: ChildProcess;
  #stdout = "";
  #stderr = "";
  #invocations = 0;

  private constructor(environment: Environment) {
    if (!existsSync(file)) throw new Error("Build the Lambda before its test: pnpm build");
    const env = { PATH: process.env.PATH, ...environment };
    this.#process = fork(runner, [file], { env, execArgv: [], silent: true });
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
    const exited = once(lambda.#process, "close").then(() => {
      throw new Error(lambda.#stderr);
    });
    await Promise.race([once(lambda.#process, "message"), exited]);
    exited.catch(() => {});
    return lambda;
  }

  /** What it logged: Powertools writes warnings and errors to standard error. */
  get log(): string {
    return this.#stdout + this.#stderr;
  }

  async invoke(event: unknown): Promise<HttpResult> {
    this.#invocations += 1;
    const id = this.#invocations;
    this.#process.send({ id, event });
    const [reply]: Reply[] = await once(this.#process, "message");
    if (reply?.id !== id || !reply.answer) {
      throw new Error(`No answer: ${reply?.error?.name} ${reply?.error?.message}`);
    }
    return reply.answer;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const closed = once(this.#process, "close");
    this.#process.kill();
    await closed;
  }
}
