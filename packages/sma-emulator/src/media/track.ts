import type { Clock } from "@skill-call/emulation";
import { type AudioFrame, samplesIn } from "@skill-call/phones";

/** Sound from now on, frame by frame, each where it belongs: what is lost is silence of its length. */
export class Track {
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #frames: AudioFrame[] = [];
  #origin: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startedAt = clock.now();
  }

  add(frame: AudioFrame): void {
    // The sound of a frame is over when it arrives.
    this.#origin ??= frame.position - Math.max(0, this.#elapsed() - frame.samples.length);
    this.#frames.push(frame);
  }

  /** All of it up to now; 8 kHz. */
  samples(): Int16Array {
    const length = this.#elapsed();
    const samples = new Int16Array(length);
    for (const frame of this.#frames) {
      const start = frame.position - (this.#origin ?? 0);
      // Sound from before the recording began, or after it ended, is left out.
      const inside = frame.samples.subarray(Math.max(0, -start), Math.max(0, length - start));
      if (inside.length > 0) samples.set(inside, Math.max(0, start));
    }
    return samples;
  }

  #elapsed(): number {
    return samplesIn(this.#clock.now() - this.#startedAt);
  }
}
