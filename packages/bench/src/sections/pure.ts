import { measure } from "mitata";
import { partsOfACall } from "../contest/parts-of-a-call.ts";

/** A part that asks nobody, by itself, in the process of the benchmark. */
export interface PureRow {
  readonly name: string;
  readonly p50Ns: number;
  readonly p99Ns: number;
  /** Bytes that it leaves to the garbage collector. */
  readonly heapBytes: number;
}

/** The parts of a call, each in nanoseconds. */
export async function measurePure(): Promise<readonly PureRow[]> {
  const rows: PureRow[] = [];
  for (const [name, work] of Object.entries(partsOfACall())) {
    const { p50, p99, heap } = await measure(work, { heap: () => process.memoryUsage().heapUsed });
    rows.push({ name, p50Ns: p50, p99Ns: p99, heapBytes: Math.max(0, heap?.avg ?? 0) });
  }
  return rows;
}
