import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { cut, displayWidth, padded, wrapped } from "./display-width.ts";

test.each([
  ["", 0],
  ["Montréal", 8],
  ["Montre\u0301al", 8],
  ["x\u0300\u0301\u0302", 1],
  ["\u001b[31mred\u001b[39m", 3],
  ["\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007", 4],
  ["電話", 4],
  ["𠀀", 2],
  ["Ａ", 2],
  ["ｶﾅ", 2],
  ["\u3000", 2],
  ["한", 2],
  ["\u1112\u1161\u11ab", 2],
  ["☎", 1],
  ["☎️ok", 4],
  ["❤️", 2],
  ["👩‍👧", 2],
  ["👍🏽", 2],
  ["🇺🇸", 2],
  ["1️⃣", 2],
  ["⌚", 2],
  ["zero\u200bwidth", 9],
  ["soft\u00adhyphen", 10],
  ["bell\u0007", 4],
  ["├──▶ ◆", 6],
])("%j takes %i columns", (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test("padding counts what shows", () => {
  expect(padded("\u001b[31mé\u001b[39m", 3)).toBe("\u001b[31mé\u001b[39m  ");
});

describe("cutting", () => {
  test("leaves what fits and marks what does not", () => {
    expect([cut("billing", 7), cut("billing please", 9), cut("電話電話", 4)]).toEqual([
      "billing",
      "billing…",
      "電…",
    ]);
  });

  test("never takes more than it was given", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 1, max: 40 }),
        (text, width) => displayWidth(cut(text, width)) <= Math.max(width, 1),
      ),
    );
  });
});

describe("wrapping", () => {
  test("breaks at spaces, and inside what is too long", () => {
    expect(wrapped("call about billing", 10)).toEqual(["call about", "billing"]);
    expect(wrapped("0123456789ab c", 5)).toEqual(["01234", "56789", "ab c"]);
    expect(wrapped("", 5)).toEqual([""]);
  });

  test("loses nothing but white space and fits", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrapped(text, width);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        expect(lines.every((line) => displayWidth(line) <= width)).toBe(true);
      }),
    );
  });
});
