import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** How many milliseconds pass for one of a Lambda's: so many times longer may all take before an answer is late. */
export const timesSlower = 10;

const runner = join(__dirname, "lambda-process.mjs");
const slowTime = `${pathToFileURL(join(__dirname, "slow-time.mjs"))}?times=${timesSlower}`;

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** A built Lambda in a process of its own, with nothing but the given environment, and in a slower time. */
export class BuiltLambda<Answer = unknown> {
  readonly #process: ChildProcess;
  readonly #closed: Promise<unknown>;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #stdout = "";
  #stderr = "";
  #invocations = 0;

  private constructor(file: string, environment: Readonly<Record<string, string>>) {
    if (!existsSync(file)) throw new Error(`Build the Lambda before its test: there is no ${file}`);
    const env = { PATH: process.env.PATH, ...environment };
    this.#process = fork(runner, [file], { env, execArgv: ["--import", slowTime], silent: true });
    this.#process.stdout?.on("data", (chunk) => {
      this.#stdout += chunk;
    });
    this.#process.stderr?.on("data", (chunk) => {
      this.#stderr += chunk;
    });
    this.#process.on("message", (reply: Reply) => this.#settle(reply));
    this.#closed = once(this.#process, "close").then(() => {
      const error = { name: "Error", message: `The Lambda has ended. It printed: ${this.#stderr}` };
      for (const id of this.#waiting.keys()) this.#settle({ id, error });
    });
  }

  /**
   * Starts what a package has built, its `dist/lambda/index.mjs`.
   * @throws {Error} with what it printed, when it does not start
   */
  static async start<Answer>(
    file: string,
    environment: Readonly<Record<string, string>>,
  ): Promise<BuiltLambda<Answer>> {
    const lambda = new BuiltLambda<Answer>(file, environment);
    const ended = lambda.#closed.then(() => {
      throw new Error(lambda.#stderr);
    });
    await Promise.race([once(lambda.#process, "message"), ended]);
    ended.catch(() => {});
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

  /**
   * Hands it an event.
   * @param remainingMs what the Lambda is told of its time
   * @throws {Error} with name and message of what the handler threw, or when the process ends before it answers
   */
  async invoke(event: unknown, remainingMs = 5_000): Promise<Answer> {
    this.#invocations += 1;
    const id = this.#invocations;
    const replied = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    this.#process.send({ id, event, remainingMs });
    const { answer, error } = await replied;
    if (error) throw Object.assign(new Error(error.message), { name: error.name });
    return answer as Answer;
  }

  /** Ends the process, which may have ended by itself. */
  async stop(): Promise<void> {
    this.#process.kill();
    await this.#closed;
  }

  #settle(reply: Reply): void {
    this.#waiting.get(reply.id)?.(reply);
    this.#waiting.delete(reply.id);
  }
}
