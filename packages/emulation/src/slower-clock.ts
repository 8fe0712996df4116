import type { Clock } from "./clock.ts";

/** A clock that takes so many times longer for everything, from now on: what has a limit by it has more time. */
export function slowerClock(clock: Clock, times: number): Clock {
  const from = clock.now();
  return {
    now: () => from + (clock.now() - from) / times,
    after: (ms, task) => clock.after(ms * times, task),
  };
}
