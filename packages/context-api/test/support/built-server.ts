import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const file = join(__dirname, "../../dist/server.mjs");

/** The built server in a process of its own, with nothing but the given environment. */
export class BuiltServer {
  readonly #process: ChildProcess;
  #url = "";
  log = "";

  private constructor(environment: Readonly<Record<string, string>>) {
    if (!existsSync(file)) throw new Error("Build the server before its test: pnpm build");
    const env = { PATH: process.env.PATH, ...environment };
    this.#process = spawn(process.execPath, [file], { env, stdio: ["ignore", "pipe", "ignore"] });
  }

  /** Starts it, and waits until it says where it listens. */
  static async start(environment: Readonly<Record<string, string>>): Promise<BuiltServer> {
    const server = new BuiltServer(environment);
    await new Promise<void>((resolve, reject) => {
      server.#process.once("close", () => reject(new Error("The server did not start")));
      const output = server.#process.stdout;
      if (!output) return reject(new Error("The server has no output"));
      createInterface(output).on("line", (line) => {
        server.log += `${line}\n`;
        const { message, url } = JSON.parse(line);
        if (message !== "server.listening") return;
        server.#url = url;
        resolve();
      });
    });
    return server;
  }

  get url(): string {
    return this.#url;
  }

  /** Asks it to end, as an operator would; answers its exit code. */
  async stop(): Promise<number | null> {
    if (this.#process.exitCode !== null) return this.#process.exitCode;
    const closed = once(this.#process, "close");
    this.#process.kill("SIGTERM");
    const [code] = await closed;
    return code;
  }
}
