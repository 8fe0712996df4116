import type { Clock } from "@skill-call/emulation";

/** A machine that slept is not to send the past all at once. */
const mostBehindMs = 500;

export interface Pacing {
  readonly clock: Clock;
  readonly everyMs: number;
  readonly beat: () => void;
}

/** Beats steadily: what a late timer missed is made up for, so that no time is lost. The answer ends it. */
export function startPacer({ clock, everyMs, beat }: Pacing): () => void {
  let due = clock.now() + everyMs;
  let cancel = () => {};
  const wait = () => {
    cancel = clock.after(Math.max(0, due - clock.now()), run);
  };
  const run = () => {
    if (clock.now() - due > mostBehindMs) due = clock.now();
    due += everyMs;
    wait();
    beat();
  };
  wait();
  return () => cancel();
}
