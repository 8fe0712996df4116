import type { Clock } from "@skill-call/lambda-config";
import { OutOfTimeError } from "../errors.ts";

/** Does a request; `signal` fires when its time is over. */
export type Request<T> = (signal: AbortSignal) => Promise<T>;

/** The time an invocation has for its answer. */
export interface Deadline {
  /** Milliseconds; never negative. */
  left(): number;
  /**
   * Does a request, for `ms` at most and never past the deadline. It is let go of when its time is over,
   * whether it heeds the signal or not.
   * @throws {OutOfTimeError} when its time was over, or too little was left to begin
   */
  within<T>(ms: number, request: Request<T>): Promise<T>;
}

/** A deadline so many milliseconds from now. */
export function deadlineIn(totalMs: number, clock: Clock): Deadline {
  const end = clock.monotonic() + totalMs;
  const left = () => Math.max(0, end - clock.monotonic());
  return {
    left,
    within: (ms, request) => within(Math.min(ms, left()), { request, clock }),
  };
}

interface TimedRequest<T> {
  readonly request: Request<T>;
  readonly clock: Clock;
}

async function within<T>(budgetMs: number, { request, clock }: TimedRequest<T>): Promise<T> {
  const outOfTime = new OutOfTimeError(budgetMs);
  if (budgetMs <= 0) throw outOfTime;
  const controller = new AbortController();
  let cancel = () => {};
  const expired = new Promise<never>((_, reject) => {
    cancel = clock.after(budgetMs, () => {
      // Rejecting first makes the race end by this error, not by the request's own one about the signal.
      reject(outOfTime);
      controller.abort(outOfTime);
    });
  });
  try {
    return await Promise.race([request(controller.signal), expired]);
  } finally {
    cancel();
  }
}
