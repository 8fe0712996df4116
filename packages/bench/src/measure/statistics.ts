/** The middle of many values, and the two between which half of them lie. */
export interface Spread {
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
}

/** The value below which this share of all lies, between two neighbours in proportion. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below = Number.NaN, above = below] = sorted.slice(Math.floor(at), Math.floor(at) + 2);
  return below + (above - below) * (at - Math.floor(at));
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    median: percentile(values, 0.5),
    q1: percentile(values, 0.25),
    q3: percentile(values, 0.75),
  };
}

/**
 * How one series compares with another that was measured in turn with it: the medians' ratio, and the quartiles of the
 * ratios of each round. What slows the machine for a round slows both.
 */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Spread {
  const rounds = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
  const { q1, q3 } = spreadOf(rounds);
  return { median: spreadOf(ours).median / spreadOf(theirs).median, q1, q3 };
}

/** How far the values of one series lie apart, as a share of their median: half of them within it. */
export function noiseOf(values: readonly number[]): number {
  const { median, q1, q3 } = spreadOf(values);
  return (q3 - q1) / median;
}
