import { type Profiler, Session } from "node:inspector";

interface Range {
  readonly from: number;
  readonly to: number;
}

/** By function: what of it never ran. */
type CodeMemory = ReadonlyMap<string, readonly Range[]>;

/**
 * Which code of this process has run, block by block, as V8 counts it. What is counted runs at a half to a quarter of its
 * speed; to look costs about a millisecond, so it is done once for many inputs.
 */
export class CoveredCode {
  readonly #session = new Session();
  readonly #isCounted: (url: string) => boolean;
  /** Of each function that ever ran: what of it never did. */
  #neverRan = new Map<string, readonly Range[]>();
  #counts = false;

  /** @param isCounted whether the code of a file counts, by its URL */
  constructor(isCounted: (url: string) => boolean) {
    this.#isCounted = isCounted;
    this.#session.connect();
    this.#post("Profiler.enable");
  }

  /** Begins to count, or leaves it; what is known stays. */
  count(counts: boolean): void {
    if (counts === this.#counts) return;
    this.#counts = counts;
    if (counts) {
      this.#post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    } else this.#post("Profiler.stopPreciseCoverage");
  }

  close(): void {
    this.count(false);
    this.#session.disconnect();
  }

  /** What is known now; to be recalled when what is looked at next is looked at again. */
  memory(): CodeMemory {
    return new Map(this.#neverRan);
  }

  recall(memory: CodeMemory): void {
    this.#neverRan = new Map(memory);
  }

  /** Whether code that is counted ran since the last look and never had run before; from now on it has. */
  look(): boolean {
    if (!this.#counts) return false;
    let isNew = false;
    for (const { scriptId, functions } of this.#taken()) {
      for (const { ranges } of functions) {
        const [whole] = ranges;
        if (!whole || whole.count === 0) continue;
        const name = `${scriptId}:${whole.startOffset}:${whole.endOffset}`;
        const before = this.#neverRan.get(name);
        const asleep = without(ranges);
        const now = before ? common(before, asleep) : asleep;
        if (!before || lengthOf(now) < lengthOf(before)) {
          this.#neverRan.set(name, now);
          isNew = true;
        }
      }
    }
    return isNew;
  }

  #taken(): readonly Profiler.ScriptCoverage[] {
    const { result } = this.#post(
      "Profiler.takePreciseCoverage",
    ) as Profiler.TakePreciseCoverageReturnType;
    return result.filter(({ url }) => this.#isCounted(url));
  }

  /** The inspector of one's own process answers at once. */
  #post(method: string, parameters?: object): object {
    let answer: object = {};
    this.#session.post(method, parameters, (error, result) => {
      if (error) throw error;
      answer = result ?? {};
    });
    return answer;
  }
}

/** What of a function did not run: ranges are nested, and an inner one counts before the one around it. */
function without(ranges: readonly Profiler.CoverageRange[]): readonly Range[] {
  const asleep = ranges.filter(({ count }) => count === 0);
  return asleep
    .map(({ startOffset: from, endOffset: to }) => ({ from, to }))
    .sort((a, b) => a.from - b.from);
}

/** What two lists of ranges share. */
function common(some: readonly Range[], others: readonly Range[]): readonly Range[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      return from < to ? [{ from, to }] : [];
    }),
  );
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}
