import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { AudioFileError } from "../media-error.ts";
import { loudness } from "../testing/loudness.ts";
import { readWav } from "./read-wav.ts";
import { resampled } from "./resampled.ts";
import { writeWav } from "./write-wav.ts";

interface Chunk {
  readonly tag?: number;
  readonly channels?: number;
  readonly bits: number;
  readonly rate?: number;
  readonly data: readonly number[];
  readonly before?: string;
}

function wavFile({ tag = 1, channels = 1, bits, rate = 8000, data, before = "" }: Chunk): Buffer {
  const format = Buffer.alloc(24);
  format.write("fmt ", "latin1");
  format.writeUInt32LE(16, 4);
  format.writeUInt16LE(tag, 8);
  format.writeUInt16LE(channels, 10);
  format.writeUInt32LE(rate, 12);
  format.writeUInt16LE(bits, 22);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([
    Buffer.from("RIFF\0\0\0\0WAVE", "latin1"),
    Buffer.from(before, "latin1"),
    format,
    Buffer.from("data"),
    size,
    Buffer.from(data),
  ]);
}

const samplesOf = (file: Uint8Array) => [...readWav(file).samples];

describe("reading", () => {
  test("16-bit PCM", () => {
    expect(samplesOf(wavFile({ bits: 16, data: [0, 0, 1, 0, 0xff, 0xff, 0xff, 0x7f] }))).toEqual([
      0, 1, -1, 32_767,
    ]);
  });

  test("8-bit PCM, which has its zero in the middle", () => {
    expect(samplesOf(wavFile({ bits: 8, data: [128, 0, 255] }))).toEqual([0, -32_768, 32_512]);
  });

  test("µ-law and A-law", () => {
    expect(samplesOf(wavFile({ tag: 7, bits: 8, data: [0xff, 0x80] }))).toEqual([0, 32_124]);
    expect(samplesOf(wavFile({ tag: 6, bits: 8, data: [0xd5, 0xaa] }))).toEqual([8, 32_256]);
  });

  test("two channels are mixed", () => {
    expect(
      samplesOf(wavFile({ bits: 16, channels: 2, data: [100, 0, 200, 0, 4, 0, 0, 0] })),
    ).toEqual([150, 2]);
  });

  test("chunks of other kinds, of odd length too, are passed over", () => {
    const before = "LIST\x03\0\0\0abc\0";
    expect(samplesOf(wavFile({ bits: 8, data: [129], before }))).toEqual([256]);
  });

  test("a size that goes past the end means the end, as in a pipe", () => {
    const file = wavFile({ bits: 8, data: [128, 129] });
    file.writeUInt32LE(0x7fff_f000, file.indexOf("data") + 4);
    expect(samplesOf(file)).toEqual([0, 256]);
  });
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["something else", Buffer.from("ID3 is what an MP3 begins with")],
  ["24 bits", wavFile({ bits: 24, data: [1, 2, 3] })],
  ["floating point", wavFile({ tag: 3, bits: 32, data: [0, 0, 0, 0] })],
  ["no channel", wavFile({ channels: 0, bits: 8, data: [1] })],
  ["no rate", wavFile({ rate: 0, bits: 8, data: [1] })],
  ["no data", wavFile({ bits: 8, data: [] }).subarray(0, 36)],
])("%s cannot be played", (_what, file) => {
  expect(() => readWav(file)).toThrow(AudioFileError);
});

test("any bytes are read or refused", () => {
  const beginning = wavFile({ bits: 16, data: [1, 0] });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 44 }), (bytes, kept) => {
      const file = Buffer.concat([beginning.subarray(0, kept), bytes]);
      try {
        expect(readWav(file).sampleRate).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(AudioFileError);
      }
    }),
    { numRuns: 1000 },
  );
});

test("what is written is read again", () => {
  fc.assert(
    fc.property(fc.int16Array({ maxLength: 300 }), (samples) => {
      expect(readWav(writeWav({ sampleRate: 8000, samples }))).toEqual({
        sampleRate: 8000,
        samples,
      });
    }),
  );
});

function sine(hz: number, sampleRate: number): Int16Array {
  return Int16Array.from({ length: sampleRate / 5 }, (_, i) =>
    Math.round(10_000 * Math.sin((2 * Math.PI * hz * i) / sampleRate)),
  );
}

describe.each([11_025, 16_000, 22_050, 44_100, 48_000])(
  "a fifth of a second of %i Hz",
  (sampleRate) => {
    test("is a fifth of 8 kHz, and a tone keeps its pitch and loudness", () => {
      const samples = resampled({ sampleRate, samples: sine(1000, sampleRate) });
      expect(samples).toHaveLength(1600);
      expect(loudness(samples, 1000)).toBeCloseTo(10_000, -3);
      expect(loudness(samples, 1200)).toBeLessThan(100);
    });

    test("loses what 8 kHz cannot hold", () => {
      const samples = resampled({ sampleRate, samples: sine(5000, sampleRate) });
      expect(loudness(samples, 3000)).toBeLessThan(100);
    });
  },
);

test("8 kHz stay as they are", () => {
  const samples = sine(440, 8000);
  expect(resampled({ sampleRate: 8000, samples })).toBe(samples);
});
