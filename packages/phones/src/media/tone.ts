import { sampleRate, samplesIn } from "./packet-time.ts";

export interface Tone {
  readonly hz: number;
  readonly ms: number;
  /** Peak, of 32,767. */
  readonly amplitude?: number;
}

/** A sine at 8 kHz. */
export function tone({ hz, ms, amplitude = 8000 }: Tone): Int16Array {
  return Int16Array.from({ length: samplesIn(ms) }, (_, i) =>
    Math.round(amplitude * Math.sin((2 * Math.PI * hz * i) / sampleRate)),
  );
}
