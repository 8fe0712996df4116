export interface TimeLimit {
  readonly milliseconds: number;
  /** Ends the work earlier. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs work that may take so long and no longer. The work gets a signal; when it pays no heed, as the SDK
 * between two attempts, its answer is waited for no more.
 * @throws the signal's reason, a TimeoutError for the limit itself
 */
export async function withinTime<T>(
  { milliseconds, signal }: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const limit = new AbortController();
  const forward = () => limit.abort(signal?.reason);
  const timer = setTimeout(() => limit.abort(timeoutError(milliseconds)), milliseconds);
  signal?.addEventListener("abort", forward);
  try {
    return await Promise.race([aborted(limit.signal), work(limit.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", forward);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function timeoutError(milliseconds: number): DOMException {
  return new DOMException(`No answer within ${milliseconds} ms`, "TimeoutError");
}
