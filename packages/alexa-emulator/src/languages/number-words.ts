/** The number words of a language, without accents. */
export interface NumberWords {
  /** What each word is worth; words that multiply stand in `multipliers`. */
  readonly values: ReadonlyMap<string, number>;
  /**
   * What may be added to a word has to be smaller than this: 10 for "twenty" ("twenty one" is 21). Words
   * that are not here stand alone, so that "one two" is 12 and "twelve thirty" 1230.
   */
  readonly room: ReadonlyMap<string, number>;
  /** "hundred", "thousand". */
  readonly multipliers: ReadonlyMap<string, 100 | 1000>;
  /** French counts in twenties: "vingt" after 4 makes 80. */
  readonly scores: readonly string[];
  /** Words inside a number that add nothing: "and". */
  readonly joints: readonly string[];
  /** Signs that stand between letters and digits, by their names: "dash". */
  readonly marks: ReadonlyMap<string, string>;
  /** "double", "triple": how often the next character counts. */
  readonly repeats: ReadonlyMap<string, number>;
}

/** Gives each of these words a value: the first, and from word to word one step more. */
export function counting(words: string, first: number, step = 1): [string, number][] {
  return words.split(" ").map((word, index) => [word, first + step * index]);
}

/** The same value for each of these words. */
export function all(words: string, value: number): [string, number][] {
  return words.split(" ").map((word) => [word, value]);
}

/** The same for each of these phrases, whatever it is. */
export function same<const Value>(phrases: readonly string[], value: Value): [string, Value][] {
  return phrases.map((phrase) => [phrase, value]);
}
