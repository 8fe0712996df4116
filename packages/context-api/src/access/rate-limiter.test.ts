import { expect, test } from "@jest/globals";
import { TooManyRequestsError } from "../errors.ts";
import { RateLimiter } from "./rate-limiter.ts";

let now = 0;
const clock = { now: () => now };

/** How many of so many requests at once are let through. */
function letThrough(limiter: RateLimiter, subject: string, requests: number): number {
  let count = 0;
  for (let request = 0; request < requests; request += 1) {
    try {
      limiter.take(subject);
      count += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(TooManyRequestsError);
    }
  }
  return count;
}

test("a caller may ask so often at once, and then so often a second", () => {
  const limiter = new RateLimiter({ burst: 5, perSecond: 2 }, clock);
  expect(letThrough(limiter, "a", 10)).toBe(5);
  now += 1000;
  expect(letThrough(limiter, "a", 10)).toBe(2);
  now += 3_600_000;
  expect(letThrough(limiter, "a", 10)).toBe(5);
});

test("one caller's haste is not another's", () => {
  const limiter = new RateLimiter({ burst: 1, perSecond: 1 }, clock);
  expect(letThrough(limiter, "a", 3)).toBe(1);
  expect(letThrough(limiter, "b", 3)).toBe(1);
});

test("it says when to ask again", () => {
  const limiter = new RateLimiter({ burst: 1, perSecond: 0.1 }, clock);
  limiter.take("a");
  expect(() => limiter.take("a")).toThrow(expect.objectContaining({ retryAfterSeconds: 10 }));
});

test("a clock that jumps back gives no caller anything", () => {
  const limiter = new RateLimiter({ burst: 2, perSecond: 1 }, clock);
  expect(letThrough(limiter, "a", 2)).toBe(2);
  now -= 10_000;
  expect(letThrough(limiter, "a", 2)).toBe(0);
});

test("ten thousand callers later the first ones still cannot ask too often", () => {
  const limiter = new RateLimiter({ burst: 1, perSecond: 0.001 }, clock);
  for (let caller = 0; caller <= 10_000; caller += 1) limiter.take(`caller-${caller}`);
  expect(letThrough(limiter, "caller-0", 1)).toBe(0);
});
