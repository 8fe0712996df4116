import type { LanguageCode } from "../form/words.ts";
import { heardWordsOf } from "./heard-words.ts";
import { plainPhrase, plainPhrases } from "./plain-phrase.ts";

/**
 * What people say so that nothing is misheard, as they would have spelled it plainly: "A as in apple, double 4 dash 7"
 * is `a 4 4 7`. A phrase without any of it stays as it is.
 */
export function spelledOut(phrase: string, language: LanguageCode): string {
  const words = plainPhrase(phrase).split(" ");
  const plain = spelling(words, language);
  return plain.join(" ") === words.join(" ") ? phrase : plain.join(" ");
}

type Words = readonly string[];

function spelling(words: Words, language: LanguageCode): Words {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const { repeats, marks } = heardWordsOf(language).spelling;
  const times = repeats[first];
  const [next, ...afterNext] = rest;
  if (times !== undefined && next !== undefined)
    return [...Array<string>(times).fill(next), ...spelling(afterNext, language)];
  const afterMark = withoutStart(words, marks);
  if (afterMark !== undefined) return spelling(afterMark, language);
  return [first, ...spelling(afterWordOf(first, rest, language), language)];
}

/** What follows "a as in apple" after its letter, without the word that only says which letter it is. */
function afterWordOf(letter: string, rest: Words, language: LanguageCode): Words {
  if (Array.from(letter).length !== 1) return rest;
  const [word = "", ...after] = withoutStart(rest, heardWordsOf(language).spelling.asIn) ?? [];
  return Array.from(word).length > 1 && word.startsWith(letter) ? after : rest;
}

/** The words after the longest of these phrases; `undefined` where they begin with none. */
function withoutStart(words: Words, phrases: Words): Words | undefined {
  const said = words.join(" ");
  const lengths = [...plainPhrases(phrases)]
    .filter((phrase) => said === phrase || said.startsWith(`${phrase} `))
    .map((phrase) => phrase.split(" ").length);
  return lengths.length === 0 ? undefined : words.slice(Math.max(...lengths));
}
