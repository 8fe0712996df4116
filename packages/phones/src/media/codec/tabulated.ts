import type { AudioCodec } from "./audio-codec.ts";

/** How a codec treats one sample. */
export interface SampleRule {
  encode(sample: number): number;
  decode(code: number): number;
}

/** A codec that looks each sample up: 65,536 bytes the one way, 256 values the other. */
export function tabulated({ encode, decode }: SampleRule): AudioCodec {
  const codes = new Uint8Array(65_536).map((_, index) => encode((index << 16) >> 16));
  const values = new Int16Array(256).map((_, code) => decode(code));
  return {
    encode: (samples) => {
      const payload = new Uint8Array(samples.length);
      for (let i = 0; i < samples.length; i += 1)
        payload[i] = codes[(samples[i] ?? 0) & 0xffff] ?? 0;
      return payload;
    },
    decode: (payload) => {
      const samples = new Int16Array(payload.length);
      for (let i = 0; i < payload.length; i += 1) samples[i] = values[payload[i] ?? 0] ?? 0;
      return samples;
    },
  };
}
