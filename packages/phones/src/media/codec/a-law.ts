import type { AudioCodec } from "./audio-codec.ts";
import { tabulated } from "./tabulated.ts";

/** Every other bit is turned over on the wire (ITU-T G.711 §2). */
const toggled = 0x55;

/** ITU-T G.711 A-law: 13-bit values in seven segments of sixteen steps, the first one of double length. */
export const aLaw: AudioCodec = tabulated({ encode, decode });

function encode(sample: number): number {
  // 16 bits here, 13 in the standard.
  const value = sample >> 3;
  const magnitude = value < 0 ? ~value : value;
  const segment = Math.max(0, 27 - Math.clz32(magnitude));
  const step = (segment === 0 ? magnitude >> 1 : magnitude >> segment) & 0x0f;
  const sign = value < 0 ? 0 : 0x80;
  return (sign | (segment << 4) | step) ^ toggled;
}

function decode(code: number): number {
  const bits = code ^ toggled;
  const segment = (bits >> 4) & 0x07;
  const step = bits & 0x0f;
  const middle = 2 * step + 1;
  const magnitude = segment === 0 ? middle : (middle + 32) << (segment - 1);
  return (bits & 0x80 ? magnitude : -magnitude) * 8;
}
