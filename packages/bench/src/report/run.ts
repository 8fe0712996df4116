import type { ColdSection } from "../sections/cold.ts";
import type { GrowthSection } from "../sections/growth.ts";
import type { PureRow } from "../sections/pure.ts";
import type { WarmSection } from "../sections/warm.ts";
import type { WireRow } from "../sections/wire.ts";

/** One run of the benchmark: a line of docs/performance/history.jsonl. */
export interface Run {
  /** ISO 8601. */
  readonly at: string;
  /** Of the repository, short. */
  readonly commit: string;
  readonly machine: Machine;
  readonly form: "whole" | "quick";
  /** A section for each Node. */
  readonly cold: readonly ColdSection[];
  readonly warm: readonly WarmSection[];
  readonly growth?: GrowthSection;
  readonly pure?: readonly PureRow[];
  readonly wire?: readonly WireRow[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** Processes that wanted a core in the minute before the run, and in that at its end. */
  readonly load: readonly [before: number, after: number];
  /** Such as `v24.21.0`. */
  readonly nodes: readonly string[];
}
