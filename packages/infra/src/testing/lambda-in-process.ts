import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** A built Lambda in a process of its own, with nothing but the given environment. */
export class LambdaInProcess {
  readonly #process: ChildProcess;
  #stdout = "";
  #invocations = 0;

  constructor(file: string, environment: Readonly<Record<string, string>>) {
    this.#process = fork(join(__dirname, "lambda-process.mjs"), [file], {
      env: { PATH: process.env.PATH, ...environment },
      execArgv: [],
      silent: true,
    });
    this.#process.stdout?.on("data", (chunk) => {
      this.#stdout += chunk;
    });
  }

  async started(): Promise<void> {
    await once(this.#process, "message");
  }

  get stdout(): string {
    return this.#stdout;
  }

  /** @throws {Error} with the name of what the handler threw */
  async invoke(event: unknown, remainingMs = 5_000): Promise<unknown> {
    this.#invocations += 1;
    const id = this.#invocations;
    this.#process.send({ id, event, remainingMs });
    const [reply]: Reply[] = await once(this.#process, "message");
    if (reply?.id !== id) throw new RangeError("Another invocation's answer");
    if (reply.error)
      throw Object.assign(new Error(reply.error.message), { name: reply.error.name });
    return reply.answer;
  }

  async stop(): Promise<void> {
    const closed = once(this.#process, "close");
    this.#process.kill();
    await closed;
  }
}
