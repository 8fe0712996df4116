import type { OutgoingFrame } from "./outgoing-frame.ts";

interface Playout {
  readonly frames: Iterator<OutgoingFrame>;
  /** Nothing more of it is to be sent. */
  readonly end: () => void;
}

/** What is to be sent, one after the other. */
export class Playouts {
  #waiting: readonly Playout[] = [];

  /** Resolves when the last frame has had its time, or at once when the signal stops it. */
  add(frames: Iterator<OutgoingFrame>, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = () => {
        this.#waiting = this.#waiting.filter((each) => each !== playout);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const playout: Playout = { frames, end };
      this.#waiting = [...this.#waiting, playout];
      signal.addEventListener("abort", end);
    });
  }

  /** The next frame; undefined when there is nothing to say. */
  next(): OutgoingFrame | undefined {
    for (let [first] = this.#waiting; first; [first] = this.#waiting) {
      const { done, value } = first.frames.next();
      if (!done) return value;
      first.end();
    }
    return undefined;
  }

  stop(): void {
    for (const { end } of this.#waiting) end();
  }
}
