import type { NumberWords } from "../languages/number-words.ts";
import { digitsOf, isNumberWord, joinsNumbers } from "./spoken-number.ts";
import { part, spoken, type Utterance } from "./utterance.ts";

/** How one word that is no number is written, if it can be. */
type ReadWord = (word: Utterance) => string | undefined;

interface Reading {
  readonly said: Utterance;
  readonly numbers: NumberWords;
  readonly readWord: ReadWord;
}

interface Piece {
  readonly written: string;
  /** The index of the word after it. */
  readonly end: number;
}

/** "one two", "forty two", "double seven" as digits; undefined where a word is no number. */
export function spelledDigits(said: Utterance, numbers: NumberWords): string | undefined {
  return written({ said, numbers, readWord: () => undefined });
}

/** The same with letters among them: "a b one two" is `ab12`, "Q R 7" `qr7`. */
export function spelledCharacters(said: Utterance, numbers: NumberWords): string | undefined {
  return written({ said, numbers, readWord: characters });
}

function written(reading: Reading): string | undefined {
  let all = "";
  for (let at = 0; at < reading.said.tokens.length; ) {
    const piece = pieceAt(reading, at);
    if (!piece) return undefined;
    all += piece.written;
    at = piece.end;
  }
  return all === "" ? undefined : all;
}

function pieceAt(reading: Reading, at: number): Piece | undefined {
  const { said, numbers } = reading;
  const times = numbers.repeats.get(said.tokens[at]?.word ?? "");
  if (times === undefined) return plainPiece(reading, at, numberEnd(said, at, numbers));
  const repeated = plainPiece(reading, at + 1, at + 2);
  if (repeated?.written.length !== 1) return undefined;
  return { written: repeated.written.repeat(times), end: repeated.end };
}

/** The number from here to its end, or the one word that stands here. */
function plainPiece(reading: Reading, at: number, numberEnd: number): Piece | undefined {
  const { said, numbers, readWord } = reading;
  const end = Math.max(numberEnd, at + 1);
  const words = part(said, at, end).tokens.map(({ word }) => word);
  const text = isNumberWord(words[0] ?? "", numbers)
    ? digitsOf(words, numbers)
    : readWord(part(said, at, at + 1));
  return text ? { written: text, end } : undefined;
}

/** Where the number words that begin here end; here where none begins. */
function numberEnd({ tokens }: Utterance, from: number, numbers: NumberWords): number {
  const word = (at: number) => tokens[at]?.word ?? "";
  const belongs = (at: number) =>
    isNumberWord(word(at), numbers) ||
    (at > from && joinsNumbers([word(at - 1), word(at), word(at + 1)], numbers));
  let end = from;
  while (end < tokens.length && belongs(end)) end += 1;
  return end;
}

/** A single letter, a mix with digits, or letters that were typed as capitals: what a voice would spell. */
function characters(said: Utterance): string | undefined {
  const { word = "" } = said.tokens[0] ?? {};
  const text = spoken(said);
  const isSpelled = [...word].length === 1 || /\d/.test(word) || text === text.toUpperCase();
  return isSpelled ? word : undefined;
}
