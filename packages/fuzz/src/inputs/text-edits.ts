import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";

/** One change of a text; places are fractions of 2^32 of its length. */
export type TextEdit =
  | { readonly kind: "insert"; readonly at: number; readonly piece: string }
  | { readonly kind: "remove"; readonly at: number; readonly length: number }
  | {
      readonly kind: "repeat";
      readonly at: number;
      readonly length: number;
      readonly times: number;
    }
  | {
      readonly kind: "splice";
      readonly at: number;
      readonly length: number;
      readonly from: number;
    };

/** Texts that readers have stumbled over elsewhere. */
const oddPieces = [
  ...["", " ", "\t", "\r", "\n", "\r\n", "\r\n\r\n", "\0", "\u0085", "\u2028", "\ufeff", "\u202e"],
  ...[
    '"',
    "\\",
    '\\"',
    "'",
    "`",
    "<",
    ">",
    "&",
    "]]>",
    "<!--",
    "${",
    "{{",
    "%",
    "%00",
    "%25",
    "%0d%0a",
  ],
  ...[",", ";", ":", "=", "/", "?", "#", "@", "..", "../", "*", "|", "-", "+", "$."],
  ...["\ud800", "\udc00", "😀", "é", "e\u0301", "ß", "İ", "ı", "Ａ", "١", "\u0000\uffff"],
  ...[
    "0",
    "-0",
    "-1",
    "1e999",
    "NaN",
    "9007199254740993",
    "0x10",
    "null",
    "undefined",
    "true",
    "[]",
    "{}",
  ],
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "length",
    "then",
    "toJSON",
  ],
] as const;

const anywhere = fc.nat(0xffff_ffff);
const shortLength = fc.integer({ min: 1, max: 12 });

const anyText = fc.string({ unit: anyCharacter, maxLength: 6 });

/** A piece of text: one that means something to the reader, an odd one, or any. */
export function pieces(words: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("", ...words) },
    { weight: 2, arbitrary: fc.constantFrom(...oddPieces) },
    { weight: 1, arbitrary: anyText },
  );
}

export function textEdits(words: readonly string[]): fc.Arbitrary<TextEdit> {
  return fc.oneof(
    fc.record({ kind: fc.constant("insert" as const), at: anywhere, piece: pieces(words) }),
    fc.record({ kind: fc.constant("remove" as const), at: anywhere, length: shortLength }),
    fc.record({
      kind: fc.constant("repeat" as const),
      at: anywhere,
      length: shortLength,
      times: fc.oneof(fc.constantFrom(1, 2, 3), fc.integer({ min: 4, max: 70 })),
    }),
    fc.record({
      kind: fc.constant("splice" as const),
      at: anywhere,
      length: fc.integer({ min: 0, max: 60 }),
      from: anywhere,
    }),
  );
}

/** The text with one change; what is spliced in comes from `other`. */
export function withTextEdit(text: string, edit: TextEdit, other: string): string {
  const at = placeIn(text, edit.at);
  switch (edit.kind) {
    case "insert":
      return text.slice(0, at) + edit.piece + text.slice(at);
    case "remove":
      return text.slice(0, at) + text.slice(at + edit.length);
    case "repeat": {
      const piece = text.slice(at, at + edit.length);
      return text.slice(0, at) + piece.repeat(edit.times) + text.slice(at);
    }
    case "splice": {
      const from = placeIn(other, edit.from);
      return text.slice(0, at) + other.slice(from, from + edit.length) + text.slice(at);
    }
  }
}

function placeIn(text: string, fraction: number): number {
  return Math.floor((fraction / 2 ** 32) * (text.length + 1));
}
