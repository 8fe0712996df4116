import fc from "fast-check";

/** Code points that are halves of a pair stand for nothing by themselves. */
const halves = { from: 0xd800, count: 0x800 };

/**
 * Any character, as a unit of `fc.string`. It is fast-check's own unit `"binary"`, which makes a table of all million first:
 * 0.7 s in each file of tests.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat({ max: 0x10ffff - halves.count })
  .map(characterAt, placeOf);

function characterAt(place: number): string {
  return String.fromCodePoint(place < halves.from ? place : place + halves.count);
}

/** @throws {RangeError} where it is not one character; fast-check asks for any text whether it can be made of these */
function placeOf(text: unknown): number {
  const [character, ...more] = typeof text === "string" ? text : "";
  const code = character?.codePointAt(0);
  if (code === undefined || more.length > 0) throw new RangeError("not one character");
  if (code < halves.from) return code;
  if (code < halves.from + halves.count) throw new RangeError("half of a character");
  return code - halves.count;
}
