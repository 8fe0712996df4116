import type { Clock } from "@skill-call/emulation";

export interface WatchedFarEnd {
  readonly clock: Clock;
  /** How long it may be still. */
  readonly limitMs: number;
  /** How long it has been; undefined while it is not expected to be heard. */
  readonly stillFor: () => number | undefined;
  /** Whether it answers when it is asked. */
  readonly ask: () => Promise<boolean>;
  /** It is not there any more. */
  readonly onGone: () => void;
}

/** How long an answer is waited for. */
const patienceMs = 10_000;

/**
 * Watches whether a far end is there: one that has been still for too long is asked, and hung up on when it does not
 * answer. A phone may be silent, and sipp always is; a phone that lost its network would keep its call for ever.
 * The answer ends it.
 */
export function watchFarEnd({ clock, limitMs, stillFor, ask, onGone }: WatchedFarEnd): () => void {
  let over = false;
  let cancel = () => {};
  const lookAgain = (ms: number) => {
    if (!over) cancel = clock.after(ms, look);
  };
  const look = () => {
    const still = stillFor() ?? 0;
    if (still < limitMs) return lookAgain(limitMs - still);
    let waiting = true;
    const settle = (isThere: boolean) => {
      if (over || !waiting) return;
      waiting = false;
      cancel();
      if (isThere) lookAgain(limitMs);
      else onGone();
    };
    cancel = clock.after(patienceMs, () => settle(false));
    void ask().then(settle);
  };
  lookAgain(limitMs);
  return () => {
    over = true;
    cancel();
  };
}
