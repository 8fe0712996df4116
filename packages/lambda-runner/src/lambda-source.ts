import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { compileTypeScript } from "./compile-typescript.ts";
import { isTypeScript } from "./runtimes.ts";

/** A Lambda's source file, made runnable when it is needed, and anew after each change. */
export class LambdaSource {
  readonly #source: string;
  #compiled: Promise<string> | undefined;
  #folder: string | undefined;
  #watcher: FSWatcher | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /**
   * Absolute path of the file that Node or Python runs.
   * @throws {BuildFailure} of esbuild, when TypeScript cannot be compiled
   */
  async runnable(): Promise<string> {
    if (!isTypeScript(this.#source)) return this.#source;
    this.#compiled ??= this.#compile();
    try {
      return await this.#compiled;
    } catch (error) {
      this.#compiled = undefined;
      throw error;
    }
  }

  /** Calls `changed` whenever a file beside or below the source has changed; packages are not watched. */
  async watch(changed: () => void): Promise<void> {
    this.#watcher = watch(dirname(this.#source), {
      ignoreInitial: true,
      ignored: (path) => /[\\/](?:node_modules|__pycache__|\.[^\\/]+)(?:[\\/]|$)/.test(path),
    });
    this.#watcher.on("all", () => {
      this.#compiled = undefined;
      changed();
    });
    await new Promise<void>((resolve) => this.#watcher?.once("ready", resolve));
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }

  async #compile(): Promise<string> {
    this.#folder ??= await mkdtemp(join(tmpdir(), "lambda-"));
    return compileTypeScript(this.#source, this.#folder);
  }
}
