import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { aLaw } from "./a-law.ts";
import type { AudioCodec } from "./audio-codec.ts";
import { muLaw } from "./mu-law.ts";

const encoded = (codec: AudioCodec, sample: number) => codec.encode(Int16Array.of(sample))[0];
const decoded = (codec: AudioCodec, code: number) => codec.decode(Uint8Array.of(code))[0];

// ITU-T G.711, tables 2a and 2b: decoder output values y1, y2 … y128 of the positive half, 14 bits.
test.each([
  [0xff, 0],
  [0xfe, 2],
  [0xf0, 30],
  [0xef, 33],
  [0xe0, 93],
  [0xdf, 99],
  [0xd0, 219],
  [0xcf, 231],
  [0xbf, 495],
  [0xaf, 1023],
  [0x9f, 2079],
  [0x8f, 4191],
  [0x80, 8031],
])("µ-law %i stands for %i of 14 bits, and its mirror for the negative", (code, value) => {
  expect(decoded(muLaw, code)).toBe(value * 4);
  expect(decoded(muLaw, code & 0x7f)).toBe(value === 0 ? 0 : -value * 4);
  expect(encoded(muLaw, value * 4)).toBe(code);
});

// ITU-T G.711, tables 1a and 1b: decoder output values of 13 bits, even bits turned over.
test.each([
  [0xd5, 1],
  [0xd4, 3],
  [0xda, 31],
  [0xc5, 33],
  [0xca, 63],
  [0xf5, 66],
  [0xe5, 132],
  [0x95, 264],
  [0x85, 528],
  [0xb5, 1056],
  [0xa5, 2112],
  [0xaa, 4032],
])("A-law %i stands for %i of 13 bits, and its mirror for the negative", (code, value) => {
  expect(decoded(aLaw, code)).toBe(value * 8);
  expect(decoded(aLaw, code & 0x7f)).toBe(-value * 8);
  expect(encoded(aLaw, value * 8)).toBe(code);
});

test.each([
  ["µ-law", muLaw, 32_767, 0x80],
  ["µ-law", muLaw, -32_768, 0x00],
  ["A-law", aLaw, 32_767, 0xaa],
  ["A-law", aLaw, -32_768, 0x2a],
])("%s takes what is louder than it can be for its loudest", (_name, codec, sample, code) => {
  expect(encoded(codec, sample)).toBe(code);
});

describe.each([
  ["µ-law", muLaw, 0x7f],
  ["A-law", aLaw, undefined],
])("%s", (_name, codec, otherZero) => {
  const samples = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { maxLength: 200 });

  test("gives every code back, but for the second of its zeros", () => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
    const back = codec.encode(codec.decode(codes));
    const same = codes.map((code) => (code === otherZero ? 0xff : code));
    expect([...back]).toEqual([...same]);
  });

  test("moves a sample by a sixteenth at most, or by the smallest step", () => {
    fc.assert(
      fc.property(samples, (given) => {
        const heard = codec.decode(codec.encode(Int16Array.from(given)));
        for (const [i, sample] of given.entries()) {
          const off = Math.abs((heard[i] ?? 0) - sample);
          expect(off).toBeLessThanOrEqual(Math.max(16, Math.abs(sample) / 16));
        }
      }),
    );
  });
});
