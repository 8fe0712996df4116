import type { AudioCodec } from "./audio-codec.ts";

/** How a codec treats one sample. */
export interface SampleRule {
  encode(sample: number): number;
  decode(code: number): number;
}

/**
 * A codec that looks each sample up: 65,536 bytes the one way, 256 values the other. They are worked out with the first
 * sample, which takes tens of milliseconds: many programs load a codec and never hear a sound.
 */
export function tabulated({ encode, decode }: SampleRule): AudioCodec {
  let codes: Uint8Array | undefined;
  let values: Int16Array | undefined;
  return {
    encode: (samples) => {
      codes ??= new Uint8Array(65_536).map((_, index) => encode((index << 16) >> 16));
      const payload = new Uint8Array(samples.length);
      for (let i = 0; i < samples.length; i += 1)
        payload[i] = codes[(samples[i] ?? 0) & 0xffff] ?? 0;
      return payload;
    },
    decode: (payload) => {
      values ??= new Int16Array(256).map((_, code) => decode(code));
      const samples = new Int16Array(payload.length);
      for (let i = 0; i < payload.length; i += 1) samples[i] = values[payload[i] ?? 0] ?? 0;
      return samples;
    },
  };
}
