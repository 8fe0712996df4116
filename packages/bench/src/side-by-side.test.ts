import { expect, test } from "@jest/globals";
import { median, sideBySide } from "./side-by-side.ts";

test("the median is the middle value, or the mean of the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 3])).toBe(4);
  expect(median([7])).toBe(7);
});

test("both are measured in turn, and their medians compared", async () => {
  const order: string[] = [];
  const comparison = await sideBySide({
    what: "load",
    rounds: 3,
    ours: async (round) => order.push(`ours ${round}`) && ([30, 300, 40][round] ?? 0),
    peer: async (round) => order.push(`peer ${round}`) && ([20, 10, 25][round] ?? 0),
  });
  expect(order).toEqual(["ours 0", "peer 0", "ours 1", "peer 1", "ours 2", "peer 2"]);
  expect(comparison).toEqual({ what: "load", ours: 40, peer: 20, ratio: 2, rounds: 3 });
});
