import type { Clock } from "../clock.ts";
import type { Trace, TraceEvent } from "../trace.ts";

/** Keeps what happened, in order. */
export interface TraceLog {
  readonly trace: Trace;
  /** What happened so far; with a mark, since then. */
  events(since?: number): readonly TraceEvent[];
  /** A mark for `events`: now. */
  mark(): number;
  /** Waits until something that fits has happened since the mark. */
  until(fits: (event: TraceEvent) => boolean, since?: number): Promise<TraceEvent>;
}

/** @param onEvent hears of each event at once */
export function createTraceLog(
  clock: Clock,
  onEvent: (event: TraceEvent) => void = () => {},
): TraceLog {
  const log: TraceEvent[] = [];
  const waiting = new Set<(event: TraceEvent) => void>();
  return {
    trace: (event) => {
      const timed = { at: clock.now(), ...event };
      log.push(timed);
      onEvent(timed);
      for (const hear of waiting) hear(timed);
    },
    events: (since = 0) => log.slice(since),
    mark: () => log.length,
    until: (fits, since = 0) => {
      const found = log.slice(since).find(fits);
      if (found) return Promise.resolve(found);
      return new Promise((resolve) => {
        const hear = (event: TraceEvent) => {
          if (!fits(event)) return;
          waiting.delete(hear);
          resolve(event);
        };
        waiting.add(hear);
      });
    },
  };
}
