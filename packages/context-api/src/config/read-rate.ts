import type { Rate } from "../access/rate-limiter.ts";

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
