import { loudness } from "@skill-call/phones/testing";

/** A fifth of a second of 8 kHz. */
const window = 1600;

/** What a tone that is heard reaches, and what one that is not heard stays below: gaps in a tone are heard as all tones. */
export const [loud, quiet] = [5000, 1000];

/** How loud a tone was at its loudest: its peak, of 32,767. */
export function loudest(samples: Int16Array, hz: number): number {
  let most = 0;
  for (let start = 0; start + window <= samples.length; start += window / 2) {
    most = Math.max(most, loudness(samples.subarray(start, start + window), hz));
  }
  return most;
}
