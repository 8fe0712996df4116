/** Time as a port; tests bring a clock that they move by hand. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds of a clock that nobody sets; only differences count. */
  monotonic(): number;
  /** Runs `task` after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** Where somebody sleeps, and what wakes them early. */
export interface Sleep {
  readonly clock: Pick<Clock, "after">;
  readonly signal: AbortSignal;
}

/** Waits so many milliseconds, or until the signal is aborted; never rejects. */
export function sleep(ms: number, { clock, signal }: Sleep): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      cancel();
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const cancel = clock.after(ms, wake);
    if (signal.aborted) wake();
    else signal.addEventListener("abort", wake);
  });
}
