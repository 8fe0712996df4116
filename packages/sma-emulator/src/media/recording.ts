import type { Clock } from "@skill-call/emulation";
import type { AudioFrame, MediaEndpoint } from "@skill-call/phones";
import { samplesIn } from "@skill-call/phones";

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
    const startedAt = clock.now();
    const elapsed = () => samplesIn(clock.now() - startedAt);
    const frames: AudioFrame[] = [];
    let origin: number | undefined;
    let cancelSilence = () => {};
    const end = () => {
      deafen();
      cancelSilence();
      signal.removeEventListener("abort", end);
      resolve(assembled(frames, origin ?? 0, elapsed()));
    };
    const awaitSilence = () => {
      cancelSilence();
      if (silence) cancelSilence = clock.after(silence.ms, end);
    };
    const deafen = endpoint.onAudio((frame) => {
      // The sound of a frame is over when it arrives.
      origin ??= frame.position - Math.max(0, elapsed() - frame.samples.length);
      frames.push(frame);
      if (silence && level(frame.samples) > silence.threshold) awaitSilence();
    });
    awaitSilence();
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

function assembled(frames: readonly AudioFrame[], origin: number, length: number): Int16Array {
  const samples = new Int16Array(length);
  for (const frame of frames) {
    const start = frame.position - origin;
    // Sound from before the recording began, or after it ended, is left out.
    const inside = frame.samples.subarray(Math.max(0, -start), Math.max(0, length - start));
    if (inside.length > 0) samples.set(inside, Math.max(0, start));
  }
  return samples;
}

function level(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += Math.abs(sample);
  return sum / samples.length;
}
