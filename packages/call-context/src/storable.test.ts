import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { InvalidContextError } from "./errors.ts";
import { storable } from "./storable.ts";

function refusal(context: unknown): InvalidContextError {
  try {
    storable(context);
  } catch (error) {
    if (error instanceof InvalidContextError) return error;
    throw error;
  }
  throw new Error("The context was not refused");
}

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { in: nested(levels - 1) };
}

test.each([
  ["NaN", { score: Number.NaN }, "score"],
  ["Infinity", { score: Number.POSITIVE_INFINITY }, "score"],
  ["-Infinity", { score: Number.NEGATIVE_INFINITY }, "score"],
  ["a number beyond exactness", { score: 2 ** 53 }, "score"],
  ["a number below DynamoDB's smallest", { score: 1e-131 }, "score"],
  ["the first half of a surrogate pair", { note: "a\ud83d" }, "note"],
  ["the second half of a surrogate pair", { note: "\ude00a" }, "note"],
  ["half of a surrogate pair in a name", { notes: { "\ud83d": 1 } }, "notes"],
  ["an undefined list element", { tags: ["a", undefined] }, "tags[1]"],
  ["a hole in a list", { tags: Array(1) }, "tags[0]"],
  ["an empty name", { "": 1 }, "context"],
  ["an empty name further in", { notes: { "": 1 } }, "notes"],
  ["the name __proto__", JSON.parse('{"notes":{"__proto__":1}}'), "notes"],
  ["a date", { at: new Date(0) }, "at"],
  ["a set", { tags: new Set(["a"]) }, "tags"],
  ["a map", { tags: new Map() }, "tags"],
  ["bytes", { photo: new Uint8Array(1) }, "photo"],
  ["a big integer", { score: 1n }, "score"],
  ["a function", { call: () => 1 }, "call"],
  ["a symbol", { kind: Symbol("x") }, "kind"],
  ["a value deep within", { a: { b: [{ c: Number.NaN }] } }, "a.b[0].c"],
  ["no object", "text", "context"],
  ["a list", [], "context"],
])("%s is refused, and the field named", (_, context, field) => {
  expect(refusal(context).field).toBe(field);
});

test("values within values without end are refused", () => {
  expect(refusal(cyclic).message).toContain("nested deeper than 31 levels");
});

test("31 levels of values within values are kept, as DynamoDB keeps them", () => {
  expect(() => storable({ a: nested(31) })).not.toThrow();
  expect(() => storable({ a: nested(32) })).toThrow("nested");
});

test("undefined properties are left out, wherever they are", () => {
  const context = { a: undefined, b: { c: undefined, d: 1 }, e: [{ f: undefined }] };
  expect(storable(context)).toStrictEqual({ b: { d: 1 }, e: [{}] });
});

test("the error tells the field, not the value", () => {
  expect(refusal({ note: "secret \ud83d" }).message).not.toContain("secret");
});

test.each([0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1e-130, -1e-130, 0.1])(
  "the number %d is kept",
  (score) => {
    expect(storable({ score })).toStrictEqual({ score });
  },
);

test("DynamoDB knows no negative zero, so it becomes zero", () => {
  expect(Object.is(storable({ score: -0 }).score, 0)).toBe(true);
});

test("lists count as levels too", () => {
  const list = (levels: number): unknown => (levels === 0 ? 1 : [list(levels - 1)]);
  expect(() => storable({ a: list(31) })).not.toThrow();
  expect(() => storable({ a: list(32) })).toThrow("nested");
});

const name = fc.string({ minLength: 1 }).filter((name) => name !== "__proto__");
const value = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.integer().map((thousandths) => thousandths / 1000),
  fc.boolean(),
  fc.constant(null),
);

test("JSON comes through as it is, and as a copy", () => {
  fc.assert(
    fc.property(fc.object({ key: name, values: [value], maxDepth: 5 }), (context) => {
      const copy = storable(context);
      expect(copy).toEqual(JSON.parse(JSON.stringify(context)));
      expect(copy).not.toBe(context);
    }),
  );
});

test("whatever it is given, it answers a copy or names a field", () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withSet: true }), (value) => {
      try {
        storable(value);
      } catch (error) {
        expect(error).toMatchObject({ code: "call-context.invalid-context" });
      }
    }),
  );
});
