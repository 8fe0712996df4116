import { expect, test } from "@jest/globals";
import { noiseOf, percentile, ratioOf, spreadOf } from "./statistics.ts";

test("a percentile lies between its neighbours in proportion", () => {
  expect(percentile([30, 10, 20], 0.5)).toBe(20);
  expect(percentile([10, 20, 30, 40], 0.5)).toBe(25);
  expect(percentile([10, 20], 0.99)).toBeCloseTo(19.9);
  expect(percentile([7], 0.99)).toBe(7);
});

test("half of the values lie between the quartiles", () => {
  expect(spreadOf([5, 1, 2, 4, 3])).toEqual({ median: 3, q1: 2, q3: 4 });
});

test("the ratio is that of the medians, its spread that of the rounds", () => {
  // The third round fell into a time when the machine did something else.
  const ratio = ratioOf([10, 11, 50, 10, 12], [20, 20, 100, 25, 20]);
  expect(ratio.median).toBe(0.55);
  expect([ratio.q1, ratio.q3]).toEqual([0.5, 0.55]);
});

test("noise is the distance of the quartiles as a share of the median", () => {
  expect(noiseOf([90, 100, 110, 100, 100])).toBe(0);
  expect(noiseOf([80, 90, 100, 110, 120])).toBe(0.2);
});
