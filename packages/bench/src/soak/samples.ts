import { memoryMb } from "../sip/memory.ts";

/** What the emulator's process holds at a moment. */
export interface Sample {
  /** Seconds since the start. */
  readonly at: number;
  /** Calls that were over by then. */
  readonly calls: number;
  /** Mebibytes after garbage collection. */
  readonly heapMb: number;
  readonly rssMb: number;
  /** Sockets, pipes, processes and timers that keep the process up. */
  readonly handles: number;
}

/** SIP keeps what belongs to a call for up to a minute after it: until then everything grows. */
const warmUpSeconds = 75;
/** What a garbage collector does not give back at once is no leak. */
const allowed = { share: 0.1, heapMb: 5, handles: 20 } as const;

export function sampleNow(at: number, calls: number): Sample {
  const { heap, rss } = memoryMb();
  return { at, calls, heapMb: heap, rssMb: rss, handles: process.getActiveResourcesInfo().length };
}

/**
 * Whether heap and handles stayed where they were: the median of the last third against that of the third before, once
 * the first minute is over. Undefined where there is too little to tell.
 */
export function isFlat(samples: readonly Sample[]): boolean | undefined {
  const settled = samples.filter(({ at }) => at >= warmUpSeconds);
  const third = Math.floor(settled.length / 3);
  if (third < 2) return undefined;
  const grew = (value: (sample: Sample) => number, most: number) => {
    const before = median(settled.slice(-2 * third, -third).map(value));
    return median(settled.slice(-third).map(value)) > before * (1 + allowed.share) + most;
  };
  return (
    !grew(({ heapMb }) => heapMb, allowed.heapMb) &&
    !grew(({ handles }) => handles, allowed.handles)
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
