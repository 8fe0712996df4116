import type { After } from "./timers.ts";

export interface TimeLimit {
  readonly milliseconds: number;
  /** Ends the work earlier. */
  readonly signal?: AbortSignal | undefined;
  readonly after: After;
}

/**
 * Runs work that may take so long and no longer. The work gets a signal; when it pays no heed, its answer is waited for
 * no more.
 * @throws the signal's reason, a TimeoutError for the limit itself
 */
export async function withinTime<T>(
  { milliseconds, signal, after }: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const limit = new AbortController();
  const forward = () => limit.abort(signal?.reason);
  const cancel = after(milliseconds, () => limit.abort(timeoutError(milliseconds)));
  signal?.addEventListener("abort", forward);
  try {
    return await Promise.race([aborted(limit.signal), work(limit.signal)]);
  } finally {
    cancel();
    signal?.removeEventListener("abort", forward);
  }
}

/** Waits so many milliseconds, or until the signal is aborted; never rejects. */
export function pause(milliseconds: number, { signal, after }: PauseOptions): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const wake = () => {
      cancel();
      signal.removeEventListener("abort", wake);
      resolve();
    };
    const cancel = after(milliseconds, wake);
    signal.addEventListener("abort", wake);
  });
}

export interface PauseOptions {
  readonly signal: AbortSignal;
  readonly after: After;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function timeoutError(milliseconds: number): DOMException {
  return new DOMException(`No answer within ${milliseconds} ms`, "TimeoutError");
}
