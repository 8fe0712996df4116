/** One word as it was heard. */
export interface Token {
  /** Lower case, without accents: what is compared. */
  readonly word: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** What somebody said, or a part of it. */
export interface Utterance {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const runs = /[\p{L}\p{M}\p{N}]+/gu;

/** Splits a text into words: runs of letters and digits. Punctuation, hyphens and apostrophes only separate. */
export function utterance(text: string): Utterance {
  const tokens = [...text.matchAll(runs)].map(({ 0: match, index }) => ({
    word: folded(match),
    start: index,
    end: index + match.length,
  }));
  return { text, tokens: tokens.filter(({ word }) => word !== "") };
}

/** The words from one place to another; the text stays whole. */
export function part({ text, tokens }: Utterance, from: number, to?: number): Utterance {
  return { text, tokens: tokens.slice(from, to) };
}

/** The text of the words, as it was written. */
export function spoken({ text, tokens }: Utterance): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? text.slice(first.start, last.end) : "";
}

/** The words alone. Two phrases with the same words sound the same. */
export function words(phrase: string | Utterance): readonly string[] {
  if (typeof phrase !== "string") return phrase.tokens.map(({ word }) => word);
  return (phrase.match(runs) ?? []).map(folded).filter((word) => word !== "");
}

/** The words, digits apart from letters: "5pm" is two words. */
export function digitsApart(phrase: Utterance): string[] {
  return words(phrase).flatMap((word) => word.match(/\d+|\D+/g) ?? []);
}

/** One string for all the ways to write the same words. */
export function wordKey(phrase: string | Utterance): string {
  return words(phrase).join(" ");
}

/** Most words are plain letters, and models have thousands of them. */
function folded(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text;
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}
