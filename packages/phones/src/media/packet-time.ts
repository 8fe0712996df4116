/** Milliseconds of sound in each of our packets: the default (RFC 3551 §4.2), which every receiver has to take. */
export const packetMs = 20;

/** Samples a second, of everything inside. */
export const sampleRate = 8000;

export const packetSamples = (packetMs * sampleRate) / 1000;

/** Samples in so many milliseconds. */
export function samplesIn(ms: number): number {
  return Math.round((ms * sampleRate) / 1000);
}
