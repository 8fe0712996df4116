import { readFileSync } from "node:fs";

const history = new URL("../../../docs/performance/history.jsonl", import.meta.url);

/** What of a run of the benchmark is used. */
interface MeasuredRun {
  readonly warm: readonly {
    readonly rows: readonly {
      readonly name: string;
      readonly node: number;
      readonly against: string;
      readonly cpuMs: { readonly median: number };
    }[];
  }[];
}

/**
 * CPU of one warm invocation, in milliseconds: of the last run that `pnpm bench --write` wrote, on the newest Node.
 * @param name as it stands in docs/performance.md
 */
export function measuredCpuMs(name: string): number {
  const lines = readFileSync(history, "utf8").trim().split("\n");
  const { warm }: MeasuredRun = JSON.parse(lines.at(-1) ?? "");
  const rows = warm
    .flatMap(({ rows: all }) => all)
    .filter((row) => row.name === name && row.against === "stub");
  const [newest] = rows.toSorted((one, other) => other.node - one.node);
  if (newest === undefined) throw new RangeError(`The benchmark measures no "${name}"`);
  return newest.cpuMs.median;
}

/** What the invocations of a call take together. */
export interface WorkAndWaits {
  /** On one core. */
  readonly cpuMs: number;
  /** For others. */
  readonly waitMs: number;
}

/** A function has a whole vCPU with 1,769 MB, and less in proportion (developer guide, "Configure Lambda function memory"). */
const oneCpuMb = 1_769;

/** What is billed of it, in milliseconds. */
export function billedMs({ cpuMs, waitMs }: WorkAndWaits, memoryGb: number): number {
  return (cpuMs * oneCpuMb) / (memoryGb * 1_024) + waitMs;
}
