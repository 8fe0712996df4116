import type { AudioCodec } from "./audio-codec.ts";
import { tabulated } from "./tabulated.ts";

/** 14-bit magnitudes are moved up by this much before they are split into segments (ITU-T G.711 §2). */
const bias = 33;
const largest = 8158;

/** ITU-T G.711 µ-law: 14-bit values in eight segments of sixteen steps, all bits turned over. */
export const muLaw: AudioCodec = tabulated({ encode, decode });

function encode(sample: number): number {
  // 16 bits here, 14 in the standard.
  const value = sample >> 2;
  const magnitude = Math.min(value < 0 ? ~value : value, largest) + bias;
  const segment = 26 - Math.clz32(magnitude);
  const step = (magnitude >> (segment + 1)) & 0x0f;
  const sign = value < 0 ? 0x80 : 0;
  return ~(sign | (segment << 4) | step) & 0xff;
}

function decode(code: number): number {
  const bits = ~code & 0xff;
  const segment = (bits >> 4) & 0x07;
  const step = bits & 0x0f;
  const magnitude = ((2 * step + bias) << segment) - bias;
  return (bits & 0x80 ? -magnitude : magnitude) * 4;
}
