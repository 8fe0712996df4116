import type { Clock } from "./clock.ts";

/** Does a request; `signal` fires when its time is over. */
export type Request<T> = (signal: AbortSignal) => Promise<T>;

/** The time an invocation has for its answer. */
export interface Deadline {
  /** Milliseconds; never negative. */
  left(): number;
  /**
   * Does a request, for `ms` at most and never past the deadline. It is let go of when its time is over,
   * whether it heeds the signal or not. It throws the Lambda's own error when its time was over, or too little was left
   * to begin.
   */
  within<T>(ms: number, request: Request<T>): Promise<T>;
}

export interface DeadlineOptions {
  readonly clock: Clock;
  /** The error with which a request is given up. */
  readonly outOfTime: (budgetMs: number) => Error;
}

/** A deadline so many milliseconds from now. */
export function deadlineIn(totalMs: number, options: DeadlineOptions): Deadline {
  const { clock } = options;
  const end = clock.monotonic() + totalMs;
  const left = () => Math.max(0, end - clock.monotonic());
  return { left, within: (ms, request) => within(Math.min(ms, left()), request, options) };
}

async function within<T>(
  budgetMs: number,
  request: Request<T>,
  { clock, outOfTime }: DeadlineOptions,
): Promise<T> {
  if (budgetMs <= 0) throw outOfTime(budgetMs);
  const controller = new AbortController();
  let cancel = () => {};
  const expired = new Promise<never>((_, reject) => {
    cancel = clock.after(budgetMs, () => {
      const tooLate = outOfTime(budgetMs);
      // Rejecting first makes the race end by this error, not by the request's own one about the signal.
      reject(tooLate);
      controller.abort(tooLate);
    });
  });
  try {
    return await Promise.race([request(controller.signal), expired]);
  } finally {
    cancel();
  }
}
