import type { ClockPhrase } from "./time-words.ts";

/** Whole phrases of these patterns, each with the minutes that it adds, and with the part of the day after it. */
export function clockPhrases(
  part: string,
  phrases: readonly (readonly [pattern: string, minutes?: number])[],
): ClockPhrase[] {
  return phrases.map(([pattern, minutes]) => ({
    pattern: new RegExp(`^${pattern}${part}$`),
    ...(minutes !== undefined && { minutes }),
  }));
}
