import { heardWordsOf } from "../answers/heard-words.ts";
import { isDontKnow } from "../answers/known-phrases.ts";
import { isAmong, plainPhrase, withoutFillers } from "../answers/plain-phrase.ts";
import type { Words } from "../form/words.ts";
import { asidesOf } from "./asides.ts";

const kinds = ["wait", "help", "repeat", "yes", "no", "hours", "number", "who"] as const;

/** What a caller may say besides answering, and Alexa may put into any slot. */
export type Aside = (typeof kinds)[number] | "dont-know";

/** The aside that a phrase is, as a whole. */
export function asideIn(phrase: string, words: Words): Aside | undefined {
  const asides = asidesOf(words.language);
  const plain = plainPhrase(phrase);
  const said = withoutFillers(plain, heardWordsOf(words.language).fillers);
  const known = kinds.find((kind) => isAmong(asides[kind], plain) || isAmong(asides[kind], said));
  return known ?? (isDontKnow(phrase, words) ? "dont-know" : undefined);
}
