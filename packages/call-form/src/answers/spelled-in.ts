import type { LanguageCode } from "../form/words.ts";
import { heardWordsOf } from "./heard-words.ts";
import { isAmong, plainPhrase, withoutFillers } from "./plain-phrase.ts";
import { spelledOut } from "./spelled-out.ts";

/** "it's" spells no S. */
function withoutElisions(phrase: string): string {
  return phrase.replace(/(?<![\p{L}\p{M}])[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)+/gu, "");
}

/**
 * The letters and digits that are spelled in a phrase, without what stands around them: "it's uh 5 5 1 2" has `5512`.
 * The longest run counts; `undefined` where none has a digit. Slots that take any words have numbers as words, too.
 */
export function spelledIn(phrase: string, language: LanguageCode): string | undefined {
  const { digits, fillers } = heardWordsOf(language);
  const written = (word: string): string | undefined => {
    const digit = digits.indexOf(word);
    if (digit >= 0) return String(digit % 10);
    const isSpelled = /\d/.test(word) || Array.from(word).length === 1;
    return isSpelled ? word.toUpperCase() : undefined;
  };
  const words = withoutFillers(plainPhrase(spelledOut(withoutElisions(phrase), language)), fillers)
    .split(" ")
    .filter((word) => !isAmong(fillers, word));
  const runs = words.reduce<readonly string[]>(
    ([run = "", ...before], word) => {
      const piece = written(word);
      return piece === undefined ? ["", run, ...before] : [run + piece, ...before];
    },
    [""],
  );
  const withDigit = runs.filter((run) => /\d/.test(run));
  return withDigit.reduce<string | undefined>(
    (longest, run) => (longest !== undefined && longest.length >= run.length ? longest : run),
    undefined,
  );
}
