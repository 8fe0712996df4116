import type { Clock } from "../../src/time/clock.ts";

/** A clock that stands still, and jumps over whatever somebody sleeps. */
export class ManualClock implements Clock {
  /** Runs at each jump, after it: what happens meanwhile. */
  onSleep: () => Promise<void> | void = () => {};
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  passSeconds(seconds: number): void {
    this.#now += seconds * 1000;
  }

  async sleep(ms: number): Promise<void> {
    this.#now += ms;
    await this.onSleep();
  }
}
