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
  /** What is no name either: "what". */
  readonly noNames: readonly string[];
  /** Words with which nothing is a name. */
  readonly swearWords: readonly string[];
  /** What may stand for a reason and is a first name too: "Bill". */
  readonly nameWords: readonly string[];
}

const byLanguage: Readonly<Record<LanguageCode, HeardWords>> = {
  en: english,
  es: spanish,
  fr: french,
};

export function heardWordsOf(language: LanguageCode): HeardWords {
  return byLanguage[language];
}
