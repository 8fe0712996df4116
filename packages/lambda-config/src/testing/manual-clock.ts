import type { Clock } from "../clock.ts";

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  /** Runs at each jump of `runUntil`, after it: what happens meanwhile. */
  onJump: () => Promise<void> | void = () => {};
  readonly #startsAt: number;
  #passed = 0;
  readonly #timers = new Set<Timer>();

  /** @param startsAt epoch milliseconds */
  constructor(startsAt = Date.UTC(2026, 10, 23, 9)) {
    this.#startsAt = startsAt;
  }

  now(): number {
    return this.#startsAt + this.#passed;
  }

  /** Milliseconds since the clock was made. */
  monotonic(): number {
    return this.#passed;
  }

  after(ms: number, task: () => void): () => void {
    const timer = { at: this.#passed + ms, task };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many tasks wait for their time. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Moves time on, and runs what falls due, in order, each at its own time. */
  advance(ms: number): void {
    const end = this.#passed + ms;
    for (let timer = this.#next(); timer && timer.at <= end; timer = this.#next()) {
      this.#moveTo(timer);
      timer.task();
    }
    this.#passed = end;
  }

  /** Jumps from timer to timer until `promise` is settled; fails when it waits for something else than time. */
  async runUntil<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const watched = promise.finally(() => {
      settled = true;
    });
    watched.catch(() => {});
    for (;;) {
      await macrotask();
      if (settled) return watched;
      const timer = this.#next();
      if (!timer) throw new Error("Nothing waits for time, yet nothing is settled");
      this.#moveTo(timer);
      await this.onJump();
      timer.task();
    }
  }

  #next(): Timer | undefined {
    return [...this.#timers].sort((a, b) => a.at - b.at)[0];
  }

  #moveTo(timer: Timer): void {
    this.#timers.delete(timer);
    this.#passed = Math.max(this.#passed, timer.at);
  }
}

/** Lets everything happen that does not wait for time. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
