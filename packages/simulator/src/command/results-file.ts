import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { CommandError } from "@skill-call/terminal";
import type { SeedResult } from "../run/simulate-seed.ts";

/** A seed's result as it is kept. */
export interface KeptResult extends SeedResult {
  /** Of a processor, for all that was done since the result before. */
  readonly cpuSeconds: number;
}

interface Line extends KeptResult {
  /** What of the command line decides about a seed's result. */
  readonly asked: string;
}

/** A file that keeps results, a line of JSON for each seed, so that a long run can be broken off and gone on with. */
export class ResultsFile {
  readonly #file: string;
  readonly #asked: string;

  /** @param asked what of the command line decides about a seed's result */
  constructor(file: string, asked: string) {
    this.#file = file;
    this.#asked = asked;
  }

  /**
   * What is kept of a run like this one.
   * @throws {CommandError} when the file is none of this command's
   */
  read(): readonly KeptResult[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, "utf8").split("\n").filter(Boolean).map(this.#parsed);
    return lines.filter(({ asked }) => asked === this.#asked);
  }

  add(result: KeptResult): void {
    appendFileSync(this.#file, `${JSON.stringify({ ...result, asked: this.#asked })}\n`);
  }

  readonly #parsed = (text: string): Line => {
    try {
      return JSON.parse(text) as Line;
    } catch {
      throw new CommandError(`${this.#file} holds no results of simulations`);
    }
  };
}
