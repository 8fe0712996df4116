import type { TraceEvent } from "@skill-call/emulation/trace";

/** Nobody wants to wait for a pause longer than this. */
const longestWaitMs = 1_500;

/** Shows a call again, step by step or at its own pace. */
export class Player {
  readonly #onMove: (position: number) => void;
  readonly #onPlaying: (playing: boolean) => void;
  #events: readonly TraceEvent[] = [];
  #position = 0;
  #timer: number | undefined;

  constructor(onMove: (position: number) => void, onPlaying: (playing: boolean) => void) {
    this.#onMove = onMove;
    this.#onPlaying = onPlaying;
  }

  get playing(): boolean {
    return this.#timer !== undefined;
  }

  play(events: readonly TraceEvent[], from: number): void {
    this.#events = events;
    this.#position = from >= events.length ? 0 : from;
    this.#onPlaying(true);
    this.#next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#onPlaying(false);
  }

  #next(): void {
    this.#position += 1;
    this.#onMove(this.#position);
    const [shown, coming] = [this.#events[this.#position - 1], this.#events[this.#position]];
    if (shown && coming) {
      const waitMs = Math.min(Math.max(0, coming.at - shown.at), longestWaitMs);
      this.#timer = setTimeout(() => this.#next(), waitMs);
    } else {
      this.stop();
    }
  }
}
