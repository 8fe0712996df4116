import type { Spread } from "../measure/statistics.ts";
import type { Run } from "../report/run.ts";
import limits from "./limits.json" with { type: "json" };

/** The CPU ratio that a row of a section may have at most, by the row's name. */
export interface Limits {
  readonly cold: Readonly<Record<string, number>>;
  readonly warm: Readonly<Record<string, number>>;
}

/**
 * What got worse: a CPU ratio is above its limit, and not by noise alone, for three of four rounds were above it, too.
 * @returns a line each
 */
export function exceeded(
  { cold, warm }: Run,
  { cold: ofCold, warm: ofWarm }: Limits = limits,
): readonly string[] {
  const coldRatios = cold.flatMap(({ rows }) => rows.map(({ name, ratio }) => ({ name, ratio })));
  const warmRatios = warm.flatMap(({ rows }) =>
    rows.map(({ name, cpu }) => ({ name, ratio: cpu })),
  );
  return [...findings("cold", coldRatios, ofCold), ...findings("warm", warmRatios, ofWarm)];
}

interface Named {
  readonly name: string;
  readonly ratio: Spread;
}

function findings(
  section: string,
  ratios: readonly Named[],
  most: Readonly<Record<string, number>>,
): readonly string[] {
  return Object.entries(most).flatMap(([name, limit]) => {
    const found = ratios.filter((each) => each.name === name);
    if (found.length === 0) return [`${section}, ${name}: was not measured`];
    return found
      .filter(({ ratio }) => Math.min(ratio.median, ratio.q1) > limit)
      .map(({ ratio }) => {
        const spread = `${ratio.q1.toFixed(2)}–${ratio.q3.toFixed(2)}`;
        return `${section}, ${name}: ${ratio.median.toFixed(2)} (${spread}), at most ${limit}`;
      });
  });
}
