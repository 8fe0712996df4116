import type { Target } from "../targets/target.ts";
import { type Place, placesIn, put, valueAt } from "./json-edits.ts";

/** An input that is as long as it is asked to be. */
export interface LongInput {
  /** What grows, and where. */
  readonly is: string;
  /** Whether it is one text that grows, and not the number of values. */
  readonly isText: boolean;
  /** @param length characters that are added, about */
  readonly of: (length: number) => string;
}

/** What makes a reader that looks back look back for long. */
const repeatedPieces = [
  ...[" ", "\t", "\r\n", "\r\n ", ",", ";", ";a", ";a=", "=", '"', "\\", '\\"', "%", "%2c", "%25"],
  ...[
    "0",
    "a",
    "A1",
    "é",
    "/",
    ".",
    "-",
    "+1",
    "<",
    ">",
    "<a>",
    "[",
    "(",
    "{",
    "a ",
    "an d ",
    "0,",
    "$.a",
  ],
];

/** Samples of a target with one part of them as long as one likes. */
export function longInputs({ form, samples, words }: Target): readonly LongInput[] {
  const pieces = [...repeatedPieces, ...words.filter((word) => word.length < 12)];
  return samples.flatMap((sample, index) =>
    (form === "json" ? longDocuments(sample, pieces) : longTexts(sample, pieces)).map((long) => ({
      ...long,
      is: `sample ${index + 1}, ${long.is}`,
    })),
  );
}

function longTexts(sample: string, pieces: readonly string[]): LongInput[] {
  const words = [...sample.matchAll(/\w+|$/g)].map(({ index }) => index);
  return [0, ...words].flatMap((at) =>
    pieces.map((piece) => ({
      is: `${JSON.stringify(piece)} at ${at}`,
      isText: true,
      of: (length) => sample.slice(0, at) + repeated(piece, length) + sample.slice(at),
    })),
  );
}

const hole = "\u0001hole\u0001";

function longDocuments(sample: string, pieces: readonly string[]): LongInput[] {
  const all = placesIn({ document: JSON.parse(sample) });
  return all.flatMap((original, nth) => {
    if (isOneOfManyTexts(original)) return [];
    const root = { document: JSON.parse(sample) as unknown };
    const place = placesIn(root)[nth];
    if (!place) return [];
    const value = JSON.stringify(valueAt(place)) ?? "null";
    put(place, hole);
    const [before = "", after = ""] = JSON.stringify(root.document).split(JSON.stringify(hole));
    return grown(value, pieces).map(({ is, isText, of }) => ({
      ...{ is: `${is} at ${place.key} (${nth})`, isText },
      of: (length) => before + of(length) + after,
    }));
  });
}

/** Whether another text of the same list stands for it. */
function isOneOfManyTexts({ holder, key }: Place): boolean {
  if (!Array.isArray(holder) || key === "0") return false;
  return [holder[0], holder[Number(key)]].every((value) => typeof value === "string");
}

/** A value grown in each way in which it can be; its text. */
function grown(value: string, pieces: readonly string[]): LongInput[] {
  const many = (length: number) => Math.max(1, Math.round(length / (value.length + 1)));
  const names = (length: number) =>
    Array.from({ length: Math.round(length / 10) }, (_, n) => `"k${n}":""`);
  const isText = false;
  const ways: LongInput[] = [
    { isText, is: "a list of many", of: (length) => `[${Array(many(length)).fill(value).join()}]` },
    { isText, is: "an object of many", of: (length) => `{${names(length).join()}}` },
    { isText, is: "deep lists", of: (length) => nested("[", "]", length / 2) },
    { isText, is: "deep objects", of: (length) => nested('{"a":', "}", length / 6) },
  ];
  if (value.startsWith("{") && value !== "{}") {
    const more = (length: number) => `${value.slice(0, -1)},${names(length).join()}}`;
    ways.push({ isText, is: "many more keys", of: more });
  }
  if (value.startsWith('"')) {
    for (const piece of pieces) {
      const text = JSON.stringify(piece).slice(1, -1);
      const of = (length: number) => `${value.slice(0, -1)}${repeated(text, length)}"`;
      ways.push({ isText: true, is: `many ${JSON.stringify(piece)}`, of });
    }
  }
  return ways;
}

function nested(open: string, close: string, depth: number): string {
  const times = Math.round(depth);
  return `${open.repeat(times)}0${close.repeat(times)}`;
}

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}
