import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import type { AudioFrame } from "@skill-call/phones";
import { type RecordOptions, record } from "./recording.ts";

const packet = 160;

function recording(options: Pick<RecordOptions, "silence"> = {}) {
  const clock = createManualClock();
  const stop = new AbortController();
  const listeners = new Set<(frame: AudioFrame) => void>();
  const endpoint = {
    onAudio: (listener: (frame: AudioFrame) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const recorded = record({ endpoint, clock, signal: stop.signal, ...options });
  /** A packet full of one value, as it arrives. */
  const hear = (position: number, value: number) => {
    const samples = new Int16Array(packet).fill(value);
    for (const listener of [...listeners]) listener({ position, samples });
  };
  return { clock, stop, recorded, hear, listeners };
}

/** The value of each packet's time. */
function values(samples: Int16Array): readonly number[] {
  return [...samples].filter((_, index) => index % packet === packet / 2);
}

test("packets are put where they belong, lost ones are silence", async () => {
  const { clock, stop, recorded, hear } = recording();
  clock.advance(20);
  hear(8000, 1);
  clock.advance(60);
  hear(8000 + 3 * packet, 4);
  hear(8000 + packet, 2);
  hear(8000 + packet, 2);
  stop.abort();
  expect(values(await recorded)).toEqual([1, 2, 0, 4]);
});

test("who begins to speak late is silent before", async () => {
  const { clock, stop, recorded, hear } = recording();
  clock.advance(60);
  hear(0, 7);
  clock.advance(20);
  stop.abort();
  expect(values(await recorded)).toEqual([0, 0, 7, 0]);
});

test("what comes from before the beginning, or lies after the end, is left out", async () => {
  const { clock, stop, recorded, hear } = recording();
  clock.advance(20);
  hear(10 * packet, 1);
  hear(9 * packet, 9);
  hear(5_000_000, 9);
  clock.advance(20);
  stop.abort();
  expect(values(await recorded)).toEqual([1, 0]);
});

test("a recording that has ended listens no more", async () => {
  const { stop, recorded, listeners } = recording();
  stop.abort();
  expect(await recorded).toHaveLength(0);
  expect(listeners.size).toBe(0);
});

test("a voice puts the end by silence off, what is as loud as the threshold does not", async () => {
  const { clock, recorded, hear } = recording({ silence: { ms: 1000, threshold: 200 } });
  clock.advance(900);
  hear(0, -201);
  clock.advance(900);
  hear(7200, 200);
  clock.advance(100);
  expect(await recorded).toHaveLength(1900 * 8);
});
