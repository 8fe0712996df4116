import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../src/index.ts";

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Runs everything that falls due, in order, each with the promises that hang on it. */
  advance(ms: number): Promise<void>;
  /** Timers that still wait. */
  readonly waiting: number;
}

export function manualClock(): ManualClock {
  const timers = new Map<number, { at: number; task: () => void }>();
  let now = 0;
  let count = 0;

  const nextDue = (until: number) =>
    [...timers]
      .filter(([, { at }]) => at <= until)
      .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];

  return {
    now: () => now,
    after: (ms, task) => {
      count += 1;
      const id = count;
      timers.set(id, { at: now + ms, task });
      return () => timers.delete(id);
    },
    advance: async (ms) => {
      const until = now + ms;
      for (let due = nextDue(until); due; due = nextDue(until)) {
        const [id, { at, task }] = due;
        timers.delete(id);
        now = at;
        task();
        await setImmediate();
      }
      now = until;
    },
    get waiting() {
      return timers.size;
    },
  };
}
