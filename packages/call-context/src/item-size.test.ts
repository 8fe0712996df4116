import { expect, test } from "@jest/globals";
import { checkItemSize } from "./item-size.ts";

const kilobyte = 1024;

test("an item that leaves room for the record's own fields is taken", () => {
  expect(() => checkItemSize({ note: "x".repeat(398 * kilobyte) })).not.toThrow();
});

test("an item beyond 400 KB is refused by its greatest field", () => {
  const item = {
    small: "x".repeat(10),
    great: ["y".repeat(300 * kilobyte)],
    other: "z".repeat(100 * kilobyte),
  };
  expect(() => checkItemSize(item)).toThrow(
    expect.objectContaining({ code: "call-context.invalid-context", field: "great" }),
  );
});

test("the size counts bytes, not characters", () => {
  const half = 200 * kilobyte;
  expect(() => checkItemSize({ note: "é".repeat(half - kilobyte) })).not.toThrow();
  expect(() => checkItemSize({ note: "é".repeat(half) })).toThrow("409600");
});

test("names, numbers and nesting count too", () => {
  const list = (length: number) => ({ list: Array(length).fill({ n: -123.5, b: true, z: null }) });
  expect(() => checkItemSize(list(15_000))).not.toThrow();
  expect(() => checkItemSize(list(40_000))).toThrow("list makes an item");
});

test("the error tells the size, the room for the record's own fields included", () => {
  // 1,024 of the record; a: 1 + 1; the list: 3; its elements, each with 1 more: 409,600, 2, 1, and a map of 3 + 3.
  const item = { a: ["x".repeat(400 * kilobyte), 12, true, { b: null }] };
  expect(() => checkItemSize(item)).toThrow("makes an item of 410642 bytes; DynamoDB takes 409600");
});

test("an item of exactly the limit is taken, and one byte more is not", () => {
  const item = (length: number) => ({ a: "x".repeat(length) });
  const longest = 400 * kilobyte - 1024 - 2;
  expect(() => checkItemSize(item(longest))).not.toThrow();
  expect(() => checkItemSize(item(longest + 1))).toThrow("409601");
});
