import { StoreUnavailableError } from "../errors.ts";
import type { After } from "../timers.ts";
import { pause, withinTime } from "../within-time.ts";

export interface AttemptOptions {
  /** Milliseconds for all attempts. */
  readonly requestTimeoutMs: number;
  /** Milliseconds for the first one; each further one has twice as many. */
  readonly attemptTimeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly after: After;
  /** Who is asked, for the error; DynamoDB without it. */
  readonly service?: string;
}

/** Milliseconds before the second attempt, doubled before each further one. */
const firstPauseMs = 50;

const mostAttempts = 6;

/**
 * Carries out a request in as many attempts as its time allows. A hung attempt is given up early, for the next one is
 * mostly answered in milliseconds; the limits double, so that a slow network gets its answer too.
 * @throws {StoreUnavailableError} when no attempt was answered; `cause` is how the last one failed
 */
export async function inAttempts<T>(
  send: (signal: AbortSignal) => Promise<T>,
  { requestTimeoutMs, attemptTimeoutMs, signal, after, service = "DynamoDB" }: AttemptOptions,
): Promise<T> {
  let lastFailure: unknown;
  const attempt = async (whole: AbortSignal): Promise<T> => {
    for (let count = 0; ; count += 1) {
      const limit = { milliseconds: attemptTimeoutMs * 2 ** count, signal: whole, after };
      try {
        return await withinTime(limit, send);
      } catch (error) {
        whole.throwIfAborted();
        lastFailure = error;
        if (count + 1 === mostAttempts || !isWorthAnother(error)) throw error;
      }
      await pause(firstPauseMs * 2 ** count, { signal: whole, after });
    }
  };
  try {
    return await withinTime({ milliseconds: requestTimeoutMs, signal, after }, attempt);
  } catch (error) {
    // When the time is over between two attempts, that is the cause, not the clock.
    const cause = lastFailure ?? error;
    throw new StoreUnavailableError(`${service} did not answer: ${nameOf(cause)}`, { cause });
  }
}

/** The table, the key or the account is asked too much just now (developer guide, "Error handling with DynamoDB"). */
const busy = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ReplicatedWriteConflictException",
  "ThrottlingException",
  "TransactionInProgressException",
]);

/**
 * Whether another attempt may fare better: nobody answered, the server failed or is busy, or the SDK has corrected its
 * clock by the answer. Every write of the store may be repeated.
 */
function isWorthAnother(error: unknown): boolean {
  const { name, $metadata } = factsOf(error);
  const { httpStatusCode: status, clockSkewCorrected } = $metadata ?? {};
  if (status === undefined || status >= 500 || status === 429) return true;
  return busy.has(name ?? "") || clockSkewCorrected === true;
}

interface ErrorFacts {
  readonly name?: string;
  readonly $metadata?: {
    readonly httpStatusCode?: number;
    readonly clockSkewCorrected?: boolean;
  };
}

function factsOf(error: unknown): ErrorFacts {
  return typeof error === "object" && error !== null ? error : {};
}

/** The name of whatever was thrown. */
function nameOf(error: unknown): string {
  return factsOf(error).name ?? typeof error;
}
