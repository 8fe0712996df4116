import fc from "fast-check";
import { type InputsOf, inputsFor } from "../inputs/inputs-of.ts";
import type { Target } from "../targets/target.ts";
import type { Corpus, Finding } from "./corpus.ts";
import type { CoveredCode } from "./covered-code.ts";
import { type Problem, problemWith } from "./problem.ts";

/** Inputs between two looks at the code that ran: in the beginning there is news all the time, later hardly ever. */
function chunkSizeAfter(done: number): number {
  return Math.min(2000, Math.max(50, 50 * Math.floor(done / 1000)));
}

/** Once most of what can be reached is known, code is counted for one input in twelve: the others take a third of the time. */
function isCountedAfter(done: number): boolean {
  return done < 50_000 || done % 50_000 < 4000;
}

/**
 * What is kept is changed further: an input that has grown (one of contact-flow's to 2 MB) makes all that come of it slow.
 * It has been fed, which is enough.
 */
const mostTimesLonger = 4;

export interface FuzzOptions {
  readonly target: Target;
  readonly seed: number;
  /** How many there are to be in the end. */
  readonly inputs: number;
  /** How many there were before: of the same seed, in an earlier run. */
  readonly after?: number;
  readonly corpus: Corpus;
  /** Without it nothing is kept: inputs are changed samples, and no more. */
  readonly covered?: CoveredCode;
  readonly onProgress?: (inputs: number) => void;
}

/**
 * Feeds a target with inputs, chunk by chunk, and keeps those that reach new code: they are changed further. The same seed
 * over the same corpus is the same run. Of findings with one cause the first counts.
 */
export async function fuzz(options: FuzzOptions): Promise<readonly Finding[]> {
  const { target, seed, inputs, after = 0, corpus, covered, onProgress } = options;
  const findings: Finding[] = [];
  if (covered) await coverKnown(options, covered);
  const inputsOf = inputsFor(target);
  for (let done = after; done < inputs; ) {
    const numRuns = Math.min(chunkSizeAfter(done), inputs - done);
    const chunk = { seed: seedOf(seed, done), numRuns };
    covered?.count(isCountedAfter(done));
    const { fed, found } = await feedChunk(target, { chunk, inputsOf, corpus, known: findings });
    for (const finding of found) corpus.report(finding);
    findings.push(...found);
    if (covered) await keepNews(fed, options, covered);
    done += numRuns;
    corpus.mark({ seed, inputs: done });
    onProgress?.(done);
  }
  return findings;
}

/** What samples and corpus reach is no news; what an earlier run in this process has reached is new to this one. */
async function coverKnown({ target, corpus }: FuzzOptions, covered: CoveredCode) {
  covered.recall(new Map());
  covered.count(true);
  for (const sample of [...target.samples, ...corpus.inputs]) await feedCalmly(target, sample);
  covered.look();
}

/** FNV-1a over both, so that neighbouring chunks have nothing in common. */
function seedOf(seed: number, done: number): number {
  return [seed, done].reduce((hash, word) => Math.imul(hash ^ word, 0x01000193), 0x811c9dc5);
}

interface ChunkOptions {
  readonly chunk: { readonly seed: number; readonly numRuns: number };
  readonly inputsOf: InputsOf;
  readonly corpus: Corpus;
  readonly known: readonly Finding[];
}

/** A target with something wrong is looked at before it is fed with more. */
const mostFindings = 20;

async function feedChunk(target: Target, { chunk, inputsOf, corpus, known }: ChunkOptions) {
  const found: Finding[] = [];
  const arbitrary = inputsOf([...target.samples, ...corpus.inputs]);
  for (;;) {
    const fed: string[] = [];
    const causes = new Set([...known, ...found].map(({ cause }) => cause));
    const property = fc.asyncProperty(arbitrary, async (input) => {
      fed.push(input);
      const problem = await problemWith(target, input);
      if (problem && !causes.has(problem.cause) && causes.size < mostFindings) {
        throw new FoundError(problem);
      }
    });
    const { failed, counterexample, errorInstance } = await fc.check(property, chunk);
    if (!failed) return { fed, found };
    const [input = ""] = counterexample ?? [];
    if (!(errorInstance instanceof FoundError)) throw errorInstance;
    found.push({ input, ...errorInstance.found });
  }
}

class FoundError extends Error {
  readonly found: Problem;

  constructor(found: Problem) {
    super(found.problem);
    this.found = found;
  }
}

/** Keeps the inputs that ran code which none had run before, as few as it takes. */
async function keepNews(
  fed: readonly string[],
  { target, corpus }: FuzzOptions,
  covered: CoveredCode,
) {
  const before = covered.memory();
  if (!covered.look()) return;
  const longestSample = Math.max(...target.samples.map(({ length }) => length));
  covered.recall(before);
  const ahead: (readonly string[])[] = [fed];
  for (let some = ahead.pop(); some; some = ahead.pop()) {
    const known = covered.memory();
    for (const input of some) await feedCalmly(target, input);
    if (!covered.look()) continue;
    const [only, ...others] = some;
    if (only !== undefined && others.length === 0) {
      if (only.length <= mostTimesLonger * longestSample) corpus.keep(only);
    } else {
      covered.recall(known);
      const middle = Math.ceil(some.length / 2);
      ahead.push(some.slice(middle), some.slice(0, middle));
    }
  }
}

/** For what runs, not for what comes of it. */
async function feedCalmly({ feed }: Target, input: string): Promise<void> {
  try {
    await feed(input);
  } catch {
    // Told already, where it is a finding.
  }
}
