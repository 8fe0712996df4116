import { expect, test } from "@jest/globals";
import { isFlat, type Sample } from "./samples.ts";

const sample = (at: number, { heapMb = 50, handles = 40 }: Partial<Sample> = {}): Sample => ({
  ...{ at, calls: at, rssMb: 100 },
  heapMb,
  handles,
});
const every = (seconds: number, of: (at: number) => Partial<Sample>) =>
  Array.from({ length: 30 }, (_, index) => sample(index * seconds, of(index * seconds)));

test("what grows in the first minute and stays is flat", () => {
  expect(isFlat(every(10, (at) => ({ heapMb: Math.min(at, 70) })))).toBe(true);
});

test("a heap that grows with every call is not", () => {
  expect(isFlat(every(10, (at) => ({ heapMb: 20 + at / 4 })))).toBe(false);
});

test("nor are handles that are never closed", () => {
  expect(isFlat(every(10, (at) => ({ handles: 40 + at })))).toBe(false);
});

test("a run of a minute says nothing", () => {
  expect(isFlat(every(2, () => ({})))).toBeUndefined();
});
