import { type LongInput, longInputs } from "../inputs/long-inputs.ts";
import type { Target } from "../targets/target.ts";
import type { Finding } from "./corpus.ts";
import { type Problem, problemWith, slow } from "./problem.ts";

/** A reader that takes less than this is not asked for its growth: looking back over all of a text takes longer. */
const worthMs = 25;

/** Twice as much takes twice as long; what is quadratic takes four times as long. */
const mostTimes = 3;

export interface LongOptions {
  /** Characters that are added to a sample; an eighth of it to a single text, which there is many times as often. */
  readonly length?: number;
  readonly onFed?: (done: number, all: number) => void;
}

/** Feeds a target with inputs that are long, each in one place, and looks how the processor's time grows. */
export async function feedLongInputs(
  target: Target,
  { length = 262_144, onFed }: LongOptions = {},
): Promise<readonly Finding[]> {
  const all = longInputs(target);
  const findings = new Map<string, Finding>();
  for (const [index, long] of all.entries()) {
    const found = await problemWithLong(target, long, length);
    if (found && !findings.has(found.cause)) {
      const problem = `${found.problem} (${long.is})`;
      findings.set(found.cause, { ...found, problem, input: long.of(1000) });
    }
    onFed?.(index + 1, all.length);
  }
  return [...findings.values()];
}

async function problemWithLong(
  target: Target,
  long: LongInput,
  length: number,
): Promise<Problem | undefined> {
  const added = long.isText ? length / 8 : length;
  const whole = long.of(added);
  const { ms, problem } = await watched(target, whole);
  if (problem && problem.cause !== slow) return problem;
  if (ms < worthMs) return undefined;
  const times = await leastGrowth(target, { whole, half: long.of(added / 2) });
  if (times <= mostTimes) return undefined;
  return { cause: slow, problem: `twice as much takes ${times.toFixed(1)} times as long` };
}

/** Others on the machine make the processor slower for a while: of some looks at each the quickest is nearest to the truth. */
const mostLooks = 9;

async function leastGrowth(
  target: Target,
  { whole, half }: { readonly whole: string; readonly half: string },
): Promise<number> {
  const least = { half: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY };
  let times = Number.POSITIVE_INFINITY;
  for (let looks = 0; looks < mostLooks && times > mostTimes; looks += 1) {
    least.half = Math.min(least.half, (await watched(target, half)).ms);
    least.whole = Math.min(least.whole, (await watched(target, whole)).ms);
    times = least.whole / least.half;
  }
  return times;
}

async function watched(target: Target, input: string) {
  const before = process.cpuUsage();
  const problem = await problemWith(target, input);
  const { user, system } = process.cpuUsage(before);
  return { problem, ms: (user + system) / 1000 };
}
