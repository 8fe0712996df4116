import { expect, test } from "@jest/globals";
import { overTheWire } from "./over-the-wire.ts";

test.each([
  [undefined, undefined],
  ["text", "text"],
  [null, null],
  [
    { a: 1, gone: undefined, list: [undefined, { b: null }], run: () => {} },
    { a: 1, list: [null, { b: null }] },
  ],
])("%j arrives as JSON would bring it", (sent, arrives) => {
  expect(overTheWire(sent)).toStrictEqual(arrives);
});

test("what arrives is nobody else's", () => {
  const sent = { list: [{ a: 1 }] };
  const arrived = overTheWire(sent) as typeof sent;
  expect(arrived.list[0]).not.toBe(sent.list[0]);
});
