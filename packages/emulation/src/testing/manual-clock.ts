import { until } from "@skill-call/test-peers/until";
import type { Clock } from "../clock.ts";
import { settled } from "../settled.ts";

/** A clock that tests move by hand. */
export interface ManualClock extends Clock {
  /** Moves time on and runs what falls due, in order, each at its own time. */
  advance(ms: number): void;
  /** Moves time on and lets promises settle before and after each thing that falls due. */
  elapse(ms: number): Promise<void>;
  /**
   * Moves time on, `stepMs` at once, until something is so: files and datagrams come when the machine gets to it.
   * @throws {Error} when it does not come to that
   */
  elapseUntil(condition: () => boolean, stepMs: number): Promise<void>;
  /** How many things are still to fall due. */
  scheduled(): number;
  /** Waits until somebody waits for `ms`. */
  untilScheduled(ms: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly ms: number;
  readonly task: () => void;
}

export function createManualClock(startsAt = Date.UTC(2026, 10, 23, 9)): ManualClock {
  const timers = new Set<Timer>();
  let now = startsAt;

  const nextUntil = (end: number): Timer | undefined =>
    [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];

  const run = (timer: Timer) => {
    timers.delete(timer);
    now = timer.at;
    timer.task();
  };

  const elapse = async (ms: number) => {
    const end = now + ms;
    await settled();
    for (let timer = nextUntil(end); timer; timer = nextUntil(end)) {
      run(timer);
      await settled();
    }
    now = end;
  };

  return {
    now: () => now,
    after: (ms, task) => {
      const timer: Timer = { at: now + ms, ms, task };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: (ms) => {
      const end = now + ms;
      for (let timer = nextUntil(end); timer; timer = nextUntil(end)) run(timer);
      now = end;
    },
    elapse,
    elapseUntil: (condition, stepMs) =>
      until(async () => {
        if (!condition()) await elapse(stepMs);
        return condition();
      }),
    scheduled: () => timers.size,
    untilScheduled: (ms) => until(() => [...timers].some((timer) => timer.ms === ms)),
  };
}
