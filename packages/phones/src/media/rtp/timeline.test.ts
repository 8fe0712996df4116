import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { Timeline } from "./timeline.ts";

interface Heard {
  readonly at: number;
  readonly ssrc?: number;
  /** Milliseconds since the packet before. */
  readonly afterMs?: number;
}

/** In packets of 20 ms. */
function positions(...packets: readonly Heard[]): number[] {
  const clock = createManualClock();
  const timeline = new Timeline(clock);
  const payload = new Uint8Array(160);
  return packets.map(({ at, ssrc = 1, afterMs = 20 }) => {
    clock.advance(afterMs);
    const packet = { marker: false, payloadType: 0, sequence: 0, timestamp: at, ssrc, payload };
    return timeline.positionOf(packet) / 160;
  });
}

test("the first packet is the beginning, whatever its timestamp", () => {
  expect(positions({ at: 4_000_000_000 }, { at: 4_000_000_160 })).toEqual([0, 1]);
});

test("a late, a doubled and a lost packet move nothing", () => {
  expect(positions({ at: 0 }, { at: 320 }, { at: 160 }, { at: 320 }, { at: 800 })).toEqual([
    0, 2, 1, 2, 5,
  ]);
});

test("packets that come all at once, after a delay, keep their places", () => {
  const burst = [160, 320, 480].map((at) => ({ at, afterMs: 0 }));
  expect(positions({ at: 0 }, { at: 160, afterMs: 900 }, ...burst)).toEqual([0, 1, 1, 2, 3]);
});

test("timestamps run over", () => {
  expect(positions({ at: 0xffff_ff60 }, { at: 0 }, { at: 160 })).toEqual([0, 1, 2]);
});

test("a new sender goes on behind the old one", () => {
  const next = { ssrc: 2 };
  expect(positions({ at: 0 }, { at: 160 }, { at: 77, ...next }, { at: 237, ...next })).toEqual([
    0, 1, 2, 3,
  ]);
});

test.each([
  ["backward", 5],
  ["forward", 3_000_000_000],
])("a sender whose count leaps %s goes on too", (_where, at) => {
  expect(positions({ at: 1_000_000_000 }, { at }, { at: at + 160 })).toEqual([0, 1, 2]);
});

test("a pause is as long as it was, whether the sender has counted on or not", () => {
  const paused = { afterMs: 10_000 };
  expect(positions({ at: 0 }, { at: 80_000, ...paused })).toEqual([0, 500]);
  expect(positions({ at: 0 }, { at: 160, ...paused })).toEqual([0, 500]);
});
