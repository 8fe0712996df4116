import type { NumberWords } from "../languages/number-words.ts";

/** A number while its words come in: "two thousand" is `thousands`, "three hundred" after it `rest`. */
interface Counting {
  readonly thousands: number;
  readonly rest: number;
  /** The next word belongs to this number only if it is worth less. */
  readonly room: number;
}

/** Whether a word is (part of) a number: digits, a number word or a multiplier. */
export function isNumberWord(word: string, numbers: NumberWords): boolean {
  return /^\d+$/.test(word) || numbers.values.has(word) || numbers.multipliers.has(word);
}

/** Whether the numbers before and after this word are one: "and" in "one hundred and five". */
function joinsNumbers(
  [before, word, after]: readonly [string, string, string],
  numbers: NumberWords,
): boolean {
  if (!numbers.joints.includes(word)) return false;
  const open = numbers.room.has(before) || numbers.multipliers.has(before);
  return open && isNumberWord(after, numbers);
}

/** The digits of number words one after the other: "one two" is 12, "twenty one" 21, "twelve thirty" 1230. */
export function digitsOf(words: readonly string[], numbers: NumberWords): string {
  return numbersOf(words, numbers).join("");
}

/** The same number by number: "twelve thirty" is 12 and 30. */
function numbersOf(words: readonly string[], numbers: NumberWords): string[] {
  const digits: string[] = [];
  let counting: Counting | undefined;
  for (const word of words) {
    const continued = counting && continueWith(word, counting, numbers);
    if (counting && !continued) digits.push(written(counting));
    counting = continued ?? begin(word, numbers);
    if (!counting && /^\d+$/.test(word)) digits.push(word);
  }
  return counting ? [...digits, written(counting)] : digits;
}

/** All words, those of numbers as digits: "half past five" is `half past 5`. */
export function inDigits(words: readonly string[], numbers: NumberWords): string[] {
  const all: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = numberEnd(words, at, numbers);
    if (end > at) all.push(...numbersOf(words.slice(at, end), numbers));
    else all.push(words[at] ?? "");
    at = Math.max(end, at + 1);
  }
  return all;
}

/** Where the number words that begin here end; here where none begins. */
export function numberEnd(words: readonly string[], from: number, numbers: NumberWords): number {
  const word = (at: number) => words[at] ?? "";
  const belongs = (at: number) =>
    isNumberWord(word(at), numbers) ||
    (at > from && joinsNumbers([word(at - 1), word(at), word(at + 1)], numbers));
  let end = from;
  while (end < words.length && belongs(end)) end += 1;
  return end;
}

function begin(word: string, numbers: NumberWords): Counting | undefined {
  const multiplier = numbers.multipliers.get(word);
  if (multiplier === 1000) return { thousands: 1000, rest: 0, room: 1000 };
  const value = multiplier ?? numbers.values.get(word);
  if (value === undefined) return undefined;
  return { thousands: 0, rest: value, room: roomOf(word, numbers) };
}

function continueWith(
  word: string,
  counting: Counting,
  numbers: NumberWords,
): Counting | undefined {
  if (numbers.joints.includes(word)) return counting;
  const multiplier = numbers.multipliers.get(word);
  if (multiplier) return multiplied(counting, multiplier);
  const value = numbers.values.get(word);
  if (value === undefined || value === 0) return undefined;
  if (numbers.scores.includes(word) && counting.rest % 10 === 4 && counting.room === 1)
    return { ...counting, rest: counting.rest + 76, room: 20 };
  if (value >= counting.room) return undefined;
  return { ...counting, rest: counting.rest + value, room: roomOf(word, numbers) };
}

function multiplied(counting: Counting, multiplier: 100 | 1000): Counting | undefined {
  const { thousands, rest } = counting;
  if (rest === 0 || rest >= multiplier) return undefined;
  if (multiplier === 100) return { thousands, rest: rest * 100, room: 100 };
  return thousands === 0 ? { thousands: rest * 1000, rest: 0, room: 1000 } : undefined;
}

function roomOf(word: string, numbers: NumberWords): number {
  return numbers.multipliers.get(word) ?? numbers.room.get(word) ?? 1;
}

function written({ thousands, rest }: Counting): string {
  return String(thousands + rest);
}
