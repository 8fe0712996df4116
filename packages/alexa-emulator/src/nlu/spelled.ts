import type { NumberWords } from "../languages/number-words.ts";
import { digitsOf, isNumberWord, numberEnd } from "./spoken-number.ts";
import { part, spoken, type Utterance, words } from "./utterance.ts";

/** How one word that is not a number is written, if it can be. */
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

/** "one two", "forty two", "double seven" as digits; undefined where a word is not a number. */
export function spelledDigits(said: Utterance, numbers: NumberWords): string | undefined {
  return written({ said, numbers, readWord: () => undefined });
}

/** The same with letters, hyphens and periods among them: "a b one two" is `ab12`, "Q R dash 7" `qr-7`. */
export function spelledCharacters(said: Utterance, numbers: NumberWords): string | undefined {
  const readWord: ReadWord = (word) => numbers.marks.get(words(word)[0] ?? "") ?? characters(word);
  const text = written({ said, numbers, readWord });
  return text !== undefined && /[^-.]/.test(text) ? text : undefined;
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
  if (times === undefined) return plainPiece(reading, at, numberEnd(words(said), at, numbers));
  const repeated = plainPiece(reading, at + 1, at + 2);
  if (repeated?.written.length !== 1) return undefined;
  return { written: repeated.written.repeat(times), end: repeated.end };
}

/** The number from here to its end, or the one word that stands here. */
function plainPiece(reading: Reading, at: number, endOfNumber: number): Piece | undefined {
  const { said, numbers, readWord } = reading;
  const end = Math.max(endOfNumber, at + 1);
  const numberWords = words(part(said, at, end));
  const text = isNumberWord(numberWords[0] ?? "", numbers)
    ? digitsOf(numberWords, numbers)
    : readWord(part(said, at, at + 1));
  return text ? { written: text, end } : undefined;
}

/** A single letter, a mix with digits, or letters that were typed as capitals: what a voice would spell. */
function characters(said: Utterance): string | undefined {
  const { word = "" } = said.tokens[0] ?? {};
  const text = spoken(said);
  const isSpelled = [...word].length === 1 || /\d/.test(word) || text === text.toUpperCase();
  return isSpelled ? word : undefined;
}
