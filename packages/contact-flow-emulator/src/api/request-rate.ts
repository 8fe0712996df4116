import type { Clock } from "@skill-call/emulation";

/** Connect's default for these operations: 2 requests a second, 5 at once (Administrator Guide, "Quotas"). */
const perSecond = 2;
const burst = 5;

/** A bucket of requests that fills again with time. */
export class RequestRate {
  readonly #clock: Clock;
  #left = burst;
  #at: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#at = clock.now();
  }

  /** Whether one more request may come. */
  take(): boolean {
    const now = this.#clock.now();
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1_000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
