import type { SmaTraceEvent } from "@skill-call/sma-emulator";
import { percentile } from "./load-report.ts";

/** How long callers waited for an answer. */
export class AnswerTimes {
  readonly #placed = new Map<string, number>();
  readonly #waits: number[] = [];

  hear({ kind, at, transactionId = "" }: SmaTraceEvent): void {
    if (kind === "call.placed") this.#placed.set(transactionId, at);
    const placedAt = this.#placed.get(transactionId);
    if (kind !== "call.answered" || placedAt === undefined) return;
    this.#placed.delete(transactionId);
    this.#waits.push(at - placedAt);
  }

  report() {
    return {
      p50: percentile(this.#waits, 0.5),
      p95: percentile(this.#waits, 0.95),
      max: percentile(this.#waits, 1),
    };
  }
}
