import type { Clock } from "@skill-call/emulation";
import type { Notice } from "./call/notice.ts";
import type { Limits } from "./limits.ts";

/** Two events that follow each other faster than this had nothing between them that a caller could notice. */
const atOnceMs = 100;

type LoopLimits = Pick<Limits, "failures" | "failuresMs" | "eventsAtOnce">;

/** Notices when the answers of a Lambda lead nowhere: the service itself would go on until 1,000 invocations. */
export class LoopWatch {
  readonly #clock: Clock;
  readonly #limits: LoopLimits;
  #failures = 0;
  #failingSince = 0;
  #atOnce = 0;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, limits: LoopLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Takes the next thing that the Lambda is to be told; says in words why it had better not be told. */
  next({ type }: Notice): string | undefined {
    const now = this.#clock.now();
    this.#count(type === "ACTION_FAILED" || type === "INVALID_LAMBDA_RESPONSE", now);
    if (this.#failures > this.#limits.failures) {
      return `${this.#limits.failures} answers in a row failed`;
    }
    const failingMs = now - this.#failingSince;
    if (this.#failures > 1 && failingMs > this.#limits.failuresMs) {
      return `for ${Math.round(failingMs / 1000)} s every answer failed`;
    }
    if (this.#atOnce <= this.#limits.eventsAtOnce) return undefined;
    return `${this.#limits.eventsAtOnce} events in a row followed each other at once`;
  }

  #count(failed: boolean, now: number): void {
    if (!failed) this.#failures = 0;
    else if (this.#failures === 0) this.#failingSince = now;
    if (failed) this.#failures += 1;
    this.#atOnce = now - this.#lastAt < atOnceMs ? this.#atOnce + 1 : 0;
    this.#lastAt = now;
  }
}
