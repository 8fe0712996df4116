import type { Clock } from "@skill-call/emulation";
import type { MediaEndpoint } from "@skill-call/phones";
import { Track } from "./track.ts";

/** How long a silence ends a recording, and what is one. */
export interface Silence {
  readonly ms: number;
  /** Mean of the samples' magnitudes, of 32,767: what is not louder is silence. */
  readonly threshold: number;
}

export interface RecordOptions {
  readonly endpoint: Pick<MediaEndpoint, "onAudio">;
  readonly clock: Clock;
  /** Ends the recording. */
  readonly signal: AbortSignal;
  readonly silence?: Silence;
}

/** What the far end says until the signal, or silence, ends it; 8 kHz. Lost packets are silence of their length. */
export function record({ endpoint, clock, signal, silence }: RecordOptions): Promise<Int16Array> {
  return new Promise((resolve) => {
    const track = new Track(clock);
    let cancelSilence = () => {};
    const end = () => {
      deafen();
      cancelSilence();
      signal.removeEventListener("abort", end);
      resolve(track.samples());
    };
    const awaitSilence = () => {
      cancelSilence();
      if (silence) cancelSilence = clock.after(silence.ms, end);
    };
    const deafen = endpoint.onAudio((frame) => {
      track.add(frame);
      if (silence && level(frame.samples) > silence.threshold) awaitSilence();
    });
    awaitSilence();
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

function level(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += Math.abs(sample);
  return sum / samples.length;
}
