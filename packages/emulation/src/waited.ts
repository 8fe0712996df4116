import type { Clock } from "./clock.ts";

export interface Wait {
  readonly clock: Clock;
  readonly ms: number;
  /** Ends the wait early. */
  readonly signal: AbortSignal;
}

/** Waits; `false` when the signal ended it early. */
export function waited({ clock, ms, signal }: Wait): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const stop = () => {
      cancel();
      resolve(false);
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener("abort", stop);
      resolve(true);
    });
    signal.addEventListener("abort", stop, { once: true });
  });
}
