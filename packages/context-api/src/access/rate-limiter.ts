import type { Clock } from "@skill-call/lambda-config";
import { TooManyRequestsError } from "../errors.ts";

/** A token bucket: so many requests at once, and then so many a second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A desk of agents behind one token asks now and then; somebody who tries IDs asks all the time. */
export const usualRate: Rate = { burst: 60, perSecond: 10 };

/** How many seconds' worth may come at once, where nobody says. */
const usualBurstSeconds = 6;

/** Reads `900` or `900/5400`: requests a second, and how many at once. `undefined`: it is neither. */
export function readRate(text: string): Rate | undefined {
  const [, perSecond, burst] =
    /^(\d{1,6}(?:\.\d{1,3})?)(?:\s*\/\s*(\d{1,7}))?$/.exec(text.trim()) ?? [];
  if (perSecond === undefined) return undefined;
  const rate = {
    perSecond: Number(perSecond),
    burst: burst === undefined ? Math.ceil(Number(perSecond) * usualBurstSeconds) : Number(burst),
  };
  return rate.perSecond > 0 && rate.burst >= 1 ? rate : undefined;
}

/** What a caller may still ask. */
export interface Allowance {
  /** Requests at once. */
  readonly quota: number;
  /** Seconds in which an empty bucket fills up. */
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly resetSeconds: number;
}

interface Bucket {
  readonly tokens: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Buckets that are kept, but for those that are not full: an unknown caller's bucket is full too. One fills up in
 * `burst / perSecond` seconds, so there are at most as many more as there are requests in that time.
 */
const mostBuckets = 10_000;

/**
 * Counts requests by caller, in this process only: each Lambda instance has its own. API Gateway's throttling
 * bounds the sum.
 */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #rate: Rate;
  readonly #clock: Pick<Clock, "now">;

  constructor(rate: Rate, clock: Pick<Clock, "now">) {
    this.#rate = rate;
    this.#clock = clock;
  }

  /** @throws {TooManyRequestsError} with the seconds until the next request may come */
  take(caller: string): Allowance {
    const tokens = this.#tokensOf(caller);
    if (tokens < 1) throw new TooManyRequestsError(Math.ceil((1 - tokens) / this.#rate.perSecond));
    if (this.#buckets.size >= mostBuckets) this.#forgetFullBuckets();
    this.#buckets.set(caller, { tokens: tokens - 1, at: this.#clock.now() });
    const { burst, perSecond } = this.#rate;
    return {
      quota: burst,
      windowSeconds: Math.ceil(burst / perSecond),
      remaining: Math.floor(tokens - 1),
      resetSeconds: Math.ceil((burst - tokens + 1) / perSecond),
    };
  }

  #tokensOf(caller: string): number {
    const { burst, perSecond } = this.#rate;
    const bucket = this.#buckets.get(caller);
    if (!bucket) return burst;
    const elapsedSeconds = Math.max(0, this.#clock.now() - bucket.at) / 1000;
    return Math.min(burst, bucket.tokens + elapsedSeconds * perSecond);
  }

  #forgetFullBuckets(): void {
    for (const caller of this.#buckets.keys()) {
      if (this.#tokensOf(caller) >= this.#rate.burst) this.#buckets.delete(caller);
    }
  }
}
