import { aLaw } from "../codec/a-law.ts";
import { muLaw } from "../codec/mu-law.ts";
import { AudioFileError } from "../media-error.ts";
import type { PcmAudio } from "./pcm-audio.ts";

interface WavFormat {
  readonly tag: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bitsPerSample: number;
}

/** Registered format tags: PCM, A-law, µ-law, and the one that says "see further on" (RFC 2361). */
const extensible = 0xfffe;

type Decoder = (data: Uint8Array) => Int16Array;

/** By tag and bits. */
const decoders: Readonly<Record<string, Decoder>> = {
  "1/8": (data) => Int16Array.from(data, (sample) => (sample - 128) << 8),
  "1/16": (data) => {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    return Int16Array.from({ length: data.length >> 1 }, (_, i) => view.getInt16(2 * i, true));
  },
  "6/8": (data) => aLaw.decode(data),
  "7/8": (data) => muLaw.decode(data),
};

/**
 * Reads a WAV file of 8 or 16-bit PCM, A-law or µ-law and mixes its channels into one. Sizes that go past the end of
 * the file, as a pipe's header has them, mean "to the end".
 * @throws {AudioFileError} when that is not possible
 */
export function readWav(file: Uint8Array): PcmAudio {
  const chunks = chunksOf(file);
  const format = formatOf(chunks.get("fmt "));
  const decode = decoders[`${format.tag}/${format.bitsPerSample}`];
  const data = chunks.get("data");
  if (!decode) throw bad(`Format ${format.tag} of ${format.bitsPerSample} bits is not played.`);
  if (!data) throw bad("There is no data chunk.");
  return { sampleRate: format.sampleRate, samples: mixed(decode(data), format.channels) };
}

function chunksOf(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (nameAt(file, 0) !== "RIFF" || nameAt(file, 8) !== "WAVE")
    throw bad("It is not a RIFF WAVE file.");
  const chunks = new Map<string, Uint8Array>();
  for (let at = 12; at + 8 <= file.length; ) {
    const size = view.getUint32(at + 4, true);
    const name = nameAt(file, at);
    if (!chunks.has(name)) chunks.set(name, file.subarray(at + 8, at + 8 + size));
    // Chunks begin at even places.
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function nameAt(file: Uint8Array, at: number): string {
  return String.fromCharCode(...file.subarray(at, at + 4));
}

function formatOf(chunk: Uint8Array | undefined): WavFormat {
  if (!chunk || chunk.length < 16) throw bad("There is no fmt chunk.");
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const tag = view.getUint16(0, true);
  const format = {
    // The tag proper begins the sub-format's GUID.
    tag: tag === extensible && chunk.length >= 26 ? view.getUint16(24, true) : tag,
    channels: view.getUint16(2, true),
    sampleRate: view.getUint32(4, true),
    bitsPerSample: view.getUint16(14, true),
  };
  if (format.channels === 0 || format.channels > 8)
    throw bad(`It has ${format.channels} channels.`);
  if (format.sampleRate < 4000 || format.sampleRate > 192_000) {
    throw bad(`Its sample rate is ${format.sampleRate}.`);
  }
  return format;
}

function mixed(samples: Int16Array, channels: number): Int16Array {
  if (channels === 1) return samples;
  return Int16Array.from({ length: Math.floor(samples.length / channels) }, (_, frame) => {
    const start = frame * channels;
    const sum = samples.subarray(start, start + channels).reduce((a, b) => a + b, 0);
    return Math.round(sum / channels);
  });
}

function bad(message: string): AudioFileError {
  return new AudioFileError(message);
}
