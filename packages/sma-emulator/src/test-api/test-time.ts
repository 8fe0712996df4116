import { type Clock, systemClock, settled as turn } from "@skill-call/emulation";

/** Time as a test lets it pass. */
export interface TestTime {
  readonly clock: Clock;
  /** How long a test waits for something, where it does not say. */
  readonly patienceMs: number;
  /** Keeps time from passing while a Lambda is at work. */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Waits for the next thing to happen; `false` when nothing can happen by itself any more. */
  step(): Promise<boolean>;
  /** Everything that happens at this moment has happened. */
  settled(): Promise<void>;
  elapse(ms: number): Promise<void>;
}

const usualStart = Date.UTC(2026, 10, 23, 9);

/** Waiting costs nothing: when nobody is at work, time is what falls due next. */
export function createVirtualTime(startsAt?: Date): TestTime {
  const clock = new VirtualClock(startsAt?.getTime() ?? usualStart);
  let working = 0;
  const settled = async () => {
    do await turn();
    while (working > 0);
    await turn();
  };
  const step = async () => {
    await settled();
    const went = clock.toNext();
    await settled();
    return went;
  };
  return {
    clock,
    patienceMs: 5 * 60_000,
    during: (work) => {
      working += 1;
      return work.finally(() => {
        working -= 1;
      });
    },
    step,
    settled,
    elapse: async (ms) => {
      const end = clock.now() + ms;
      await settled();
      while (clock.nextAt() <= end) await step();
      clock.passTo(end);
    },
  };
}

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** Stands still until it is told to go on. */
class VirtualClock implements Clock {
  readonly #timers = new Set<Timer>();
  #now: number;

  constructor(startsAt: number) {
    this.#now = startsAt;
  }

  readonly now = () => this.#now;

  readonly after = (ms: number, task: () => void) => {
    const timer = { at: this.#now + ms, task };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** When the next thing falls due; infinity when nothing does. */
  nextAt(): number {
    return this.#next()?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Goes to what falls due next, and does it; `false` when nothing does. */
  toNext(): boolean {
    const timer = this.#next();
    if (!timer) return false;
    this.#timers.delete(timer);
    this.#now = timer.at;
    timer.task();
    return true;
  }

  passTo(end: number): void {
    this.#now = end;
  }

  /** Of those that fall due at once the one that was set first. */
  #next(): Timer | undefined {
    return [...this.#timers].sort((a, b) => a.at - b.at)[0];
  }
}

/** How often a test looks whether something has happened. */
const lookMs = 5;

/** Real time, for what has no other: processes, servers. */
export function createRealTime(): TestTime {
  const elapse = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
  return {
    clock: systemClock,
    patienceMs: 10_000,
    during: (work) => work,
    step: async () => {
      await elapse(lookMs);
      return true;
    },
    settled: turn,
    elapse,
  };
}
