import type { Field } from "../form/field.ts";
import type { LanguageCode, Words } from "../form/words.ts";
import { grammarOf } from "../grammar/grammar-of.ts";
import { heardWordsOf } from "./heard-words.ts";
import { isAmong, plainPhrase, withoutFillers } from "./plain-phrase.ts";

/** The id of a field's value that goes by these words, where Alexa did not resolve them itself. */
export function valueIdOf(phrase: string, field: Field, words: Words): string | undefined {
  const values = field.kind === "reason" ? words.reasons : words.fields[field.id]?.choices;
  const said = [plainPhrase(phrase), meantBy(phrase, words.language)];
  const found = Object.entries(values ?? {}).find(([, { name, synonyms }]) =>
    said.some((each) => isAmong([name, ...synonyms], each)),
  );
  return found?.[0];
}

/** A wish for a person or for the call, which answers no question: "an agent", "call them". */
export function isCallWish(phrase: string, language: LanguageCode): boolean {
  const { persons, personWishes } = heardWordsOf(language);
  const said = meantBy(phrase, language);
  if (isAmong(persons, said) || isAmong(grammarOf(language).calls, said)) return true;
  return personWishes
    .map((wish) => `${plainPhrase(wish)} `)
    .some((wish) => said.startsWith(wish) && isAmong(persons, said.slice(wish.length)));
}

/** Why something said in place of a name is none: the caller gives none, or it was never meant as one. */
export function noNameIn(phrase: string, language: LanguageCode): "refusal" | "noise" | undefined {
  const { refusals, noNames, swearWords } = heardWordsOf(language);
  const said = meantBy(phrase, language);
  if (isAmong(refusals, said)) return "refusal";
  const swears = said.split(" ").some((word) => isAmong(swearWords, word));
  return swears || isAmong(noNames, said) ? "noise" : undefined;
}

/** The reason that somebody gave instead of a name; "Bill" is a name. */
export function reasonInNameOf(phrase: string, reason: Field, words: Words): string | undefined {
  const { nameWords } = heardWordsOf(words.language);
  const isName = isAmong(nameWords, plainPhrase(phrase));
  return isName ? undefined : valueIdOf(phrase, reason, words);
}

function meantBy(phrase: string, language: LanguageCode): string {
  return withoutFillers(plainPhrase(phrase), heardWordsOf(language).fillers);
}
