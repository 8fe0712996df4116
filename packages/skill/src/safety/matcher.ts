import { idLimit, type Pattern } from "./pattern.ts";

/** A set of places between words, one bit each: bit 0 is before the first word. */
export type Places = number;

/** So many words fit with their places into the bits of a number. */
export const mostWords = 30;

/** Where a pattern may end that begins at this place; 0 where it does not match. */
export type EndsOf = (pattern: Pattern, at: number) => Places;

/**
 * Matches patterns of one reader with some words, at most `mostWords`. What was found out is kept: no pattern makes
 * this take longer than patterns times words.
 */
export function matcher(words: readonly string[]): EndsOf {
  const known = new Map<number, Places>();
  const endsOf: EndsOf = (pattern, at) => {
    if (pattern.type === "optional") return (1 << at) | endsOf(pattern.part, at);
    if (pattern.type !== "choice" && pattern.type !== "sequence")
      return isWord(pattern, words[at]) ? 1 << (at + 1) : 0;
    const key = at * idLimit + pattern.id;
    const ends = known.get(key) ?? endsOfParts(pattern, at);
    known.set(key, ends);
    return ends;
  };
  const endsOfParts = (pattern: PatternOfParts, at: number): Places => {
    let ends: Places = 0;
    if (pattern.type === "choice") for (const option of pattern.options) ends |= endsOf(option, at);
    else
      for (const place of eachPlace(endsOf(pattern.first, at))) ends |= endsOf(pattern.rest, place);
    return ends;
  };
  return endsOf;
}

type PatternOfParts = Extract<Pattern, { readonly type: "choice" | "sequence" }>;
type PatternOfOneWord = Exclude<Pattern, PatternOfParts | { readonly type: "optional" }>;

function isWord(pattern: PatternOfOneWord, word: string | undefined): boolean {
  if (word === undefined) return false;
  switch (pattern.type) {
    case "word":
      return word === pattern.word;
    case "words":
      return pattern.words.has(word);
    case "stem":
      return word.startsWith(pattern.stem);
    case "any-word":
      return true;
  }
}

/** The places of a set, in ascending order. */
export function eachPlace(places: Places): readonly number[] {
  if (places === 0) return nowhere;
  const each: number[] = [];
  for (let rest = places; rest !== 0; rest &= rest - 1) each.push(31 - Math.clz32(rest & -rest));
  return each;
}

const nowhere: readonly number[] = [];
