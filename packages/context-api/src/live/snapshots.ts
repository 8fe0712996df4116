import { type Clock, sleep } from "@skill-call/lambda-config";

/** How often a followed context is read, and for how long. */
export interface Pace {
  readonly everyMs: number;
  /** 0: one snapshot. */
  readonly forMs: number;
}

/** A stream ends before proxies lose patience with it. */
export const serverPace: Pace = { everyMs: 1000, forMs: 60_000 };

/** API Gateway and buffered function URLs answer when the Lambda is done: it must be done at once. */
export const lambdaPace: Pace = { everyMs: 0, forMs: 0 };

export interface SnapshotSource<Snapshot> {
  readonly first: Snapshot;
  readonly read: () => Promise<Snapshot>;
  readonly isLast: (snapshot: Snapshot) => boolean;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Epoch milliseconds; no snapshot is taken later. */
  readonly until?: number | undefined;
}

/** The first snapshot, and then at each reading what differs from the one before it, or `undefined`. */
export async function* snapshots<Snapshot>(
  source: SnapshotSource<Snapshot>,
): AsyncGenerator<Snapshot | undefined> {
  const { first, read, isLast, pace, clock, signal, until = Number.POSITIVE_INFINITY } = source;
  const end = Math.min(clock.now() + pace.forMs, until);
  let latest = first;
  yield latest;
  while (!isLast(latest) && clock.now() + pace.everyMs < end) {
    await sleep(pace.everyMs, { clock, signal });
    if (signal.aborted) return;
    const snapshot = await read();
    const isSame = JSON.stringify(snapshot) === JSON.stringify(latest);
    latest = snapshot;
    yield isSame ? undefined : latest;
  }
}
