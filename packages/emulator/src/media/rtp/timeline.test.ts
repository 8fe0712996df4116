import { expect, test } from "@jest/globals";
import { Timeline } from "./timeline.ts";

function positions(...packets: readonly (readonly [timestamp: number, ssrc?: number])[]): number[] {
  const timeline = new Timeline();
  const payload = new Uint8Array(160);
  return packets.map(([timestamp, ssrc = 1]) =>
    timeline.positionOf({ marker: false, payloadType: 0, sequence: 0, timestamp, ssrc, payload }),
  );
}

test("the first packet is the beginning, whatever its timestamp", () => {
  expect(positions([4_000_000_000], [4_000_000_160])).toEqual([0, 160]);
});

test("a late, a doubled and a lost packet move nothing", () => {
  expect(positions([0], [320], [160], [320], [800])).toEqual([0, 320, 160, 320, 800]);
});

test("timestamps run over", () => {
  expect(positions([0xffff_ff60], [0], [160])).toEqual([0, 160, 320]);
});

test("a new sender goes on behind the old one", () => {
  expect(positions([1000], [1160], [77, 2], [237, 2])).toEqual([0, 160, 320, 480]);
});

test("a sender that begins to count anew goes on too", () => {
  expect(positions([100_000], [5], [165])).toEqual([0, 160, 320]);
});
