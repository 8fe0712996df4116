/** Time, as the deadline sees it; tests bring one that they move by hand. */
export interface Clock {
  /** Milliseconds; only differences count. */
  now(): number;
  /** Epoch milliseconds. */
  date(): number;
  /** Runs `task` after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
