import type { LanguageCode } from "../form/words.ts";
import { english } from "./languages/english.ts";
import { french } from "./languages/french.ts";
import { spanish } from "./languages/spanish.ts";

/** What callers of one language say in place of an answer, whatever slot it ends up in. */
export interface HeardWords {
  /** Said before or after what is meant: "please". */
  readonly fillers: readonly string[];
  /** Whoever is not a machine: "an agent". */
  readonly persons: readonly string[];
  /** What stands before them: "talk to". */
  readonly personWishes: readonly string[];
  /** A name that somebody does not want to give: "skip". */
  readonly refusals: readonly string[];
  /** What is not a name either: "what". */
  readonly noNames: readonly string[];
  /** What stands before a name, and after it: "my name's", "speaking". */
  readonly nameOpenings: readonly string[];
  readonly nameClosings: readonly string[];
  /** What stands before a name in the middle of other things, and hardly anything else. */
  readonly introductions: readonly string[];
  /** Said around "I don't have it": "I'm afraid", "with me". */
  readonly besideDontKnow: readonly string[];
  /** Zero to nine, again where there are other words for them. */
  readonly digits: readonly string[];
  readonly spelling: SpellingWords;
  /** Words of sentences: nothing is a name with one of them in it. */
  readonly sentenceWords: readonly string[];
  /** Words with which nothing is a name. */
  readonly swearWords: readonly string[];
  /** What may stand for a reason and is a first name too: "Bill". */
  readonly nameWords: readonly string[];
}

/** How people spell so that nothing is misheard. */
export interface SpellingWords {
  /** Between a letter and a word that begins with it: "A as in apple". */
  readonly asIn: readonly string[];
  /** "double four", with how many there are. */
  readonly repeats: Readonly<Record<string, number>>;
  /** What is no part of an ID: "dash". */
  readonly marks: readonly string[];
}

const byLanguage: Readonly<Record<LanguageCode, HeardWords>> = {
  en: english,
  es: spanish,
  fr: french,
};

export function heardWordsOf(language: LanguageCode): HeardWords {
  return byLanguage[language];
}
