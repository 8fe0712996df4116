import type { PcmAudio } from "./pcm-audio.ts";

const headerBytes = 44;

export interface WrittenAudio extends PcmAudio {
  /** One without it; of two the samples come in turn, left and right. */
  readonly channels?: 1 | 2;
}

/** Writes a WAV file of 16-bit PCM. */
export function writeWav({ sampleRate, samples, channels = 1 }: WrittenAudio): Uint8Array {
  const dataBytes = 2 * samples.length;
  const file = new Uint8Array(headerBytes + dataBytes);
  const view = new DataView(file.buffer);
  const name = (at: number, text: string) => file.set(Buffer.from(text, "latin1"), at);
  name(0, "RIFF");
  view.setUint32(4, headerBytes - 8 + dataBytes, true);
  name(8, "WAVE");
  name(12, "fmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * channels * sampleRate, true);
  view.setUint16(32, 2 * channels, true);
  view.setUint16(34, 16, true);
  name(36, "data");
  view.setUint32(40, dataBytes, true);
  for (const [i, sample] of samples.entries()) view.setInt16(headerBytes + 2 * i, sample, true);
  return file;
}
