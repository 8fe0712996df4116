import type { Clock } from "../../src/time/clock.ts";

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** When a phone line's calls come. */
const epochMs = 1_666_234_046_768;

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #now = 0;
  #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  date(): number {
    return epochMs + this.#now;
  }

  /** Moves it on. */
  pass(ms: number): void {
    this.#now += ms;
  }

  after(ms: number, task: () => void): () => void {
    const timer = { at: this.#now + ms, task };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many tasks wait for their time. */
  get waiting(): number {
    return this.#timers.size;
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
      this.#fireNext();
    }
  }

  #fireNext(): void {
    const [next] = [...this.#timers].sort((a, b) => a.at - b.at);
    if (!next) throw new Error("Nothing waits for time, yet nothing is settled");
    this.#now = next.at;
    this.#timers.delete(next);
    next.task();
  }
}

/** Lets everything happen that does not wait for time. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
