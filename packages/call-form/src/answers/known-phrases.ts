import type { Field } from "../form/field.ts";
import type { LanguageCode, Words } from "../form/words.ts";
import { grammarOf } from "../grammar/grammar-of.ts";
import { languageWordsOf } from "../sentences/language-words-of.ts";
import { heardWordsOf } from "./heard-words.ts";
import { isAmong, plainPhrase, plainPhrases, withoutFillers } from "./plain-phrase.ts";

/** The id of a field's value that goes by these words, where Alexa did not resolve them itself. */
export function valueIdOf(phrase: string, field: Field, words: Words): string | undefined {
  const values = field.kind === "reason" ? words.reasons : words.fields[field.id]?.choices;
  const said = [plainPhrase(phrase), meantBy(phrase, words.language)];
  const found = Object.entries(values ?? {}).find(([, { name, synonyms }]) =>
    said.some((each) => plainPhrase(name) === each || isAmong(synonyms, each)),
  );
  return found?.[0];
}

/**
 * The same where the words stand within others: "i have a question about my bill". Only where they stand for one value,
 * and are more than one short word.
 */
export function likelyValueIdOf(phrase: string, field: Field, words: Words): string | undefined {
  const exact = valueIdOf(phrase, field, words);
  if (exact !== undefined) return exact;
  const values = field.kind === "reason" ? words.reasons : words.fields[field.id]?.choices;
  const said = ` ${plainPhrase(phrase)} `;
  const found = Object.entries(values ?? {}).flatMap(([id, { name, synonyms }]) => {
    const texts = [plainPhrase(name), ...plainPhrases(synonyms)].filter(isTelling);
    const longest = Math.max(
      0,
      ...texts.filter((each) => said.includes(` ${each} `)).map(({ length }) => length),
    );
    return longest === 0 ? [] : [{ id, longest }];
  });
  const most = Math.max(0, ...found.map(({ longest }) => longest));
  const [only, ...others] = found.filter(({ longest }) => longest === most);
  return others.length === 0 ? only?.id : undefined;
}

/** Whether words tell something also in the middle of others. */
function isTelling(text: string): boolean {
  return text.includes(" ") || text.length >= shortestTelling;
}

const shortestTelling = 6;

/** A wish for a person or for the call, which answers no question: "an agent", "stop asking and call them". */
export function isCallWish(phrase: string, language: LanguageCode): boolean {
  const { ands } = grammarOf(language);
  const said = plainPhrase(phrase).split(" ");
  const and = said.findIndex((word) => isAmong(ands, word));
  const parts = and < 0 ? [said] : [said.slice(0, and), said.slice(and + 1)];
  return parts.every((part) => isOneWish(part.join(" "), language));
}

function isOneWish(phrase: string, language: LanguageCode): boolean {
  const { persons, personWishes } = heardWordsOf(language);
  const said = meantBy(phrase, language);
  if (isAmong(persons, said) || isAmong(grammarOf(language).calls, said)) return true;
  return [...plainPhrases(personWishes)]
    .map((wish) => `${wish} `)
    .some((wish) => said.startsWith(wish) && isAmong(persons, said.slice(wish.length)));
}

/** "I don't have an account yet", "no idea, sorry": whatever was asked for, the caller has no answer. */
export function isDontKnow(phrase: string, words: Words): boolean {
  const { fillers, besideDontKnow } = heardWordsOf(words.language);
  const plain = plainPhrase(phrase);
  // "No, I don't have it", but "no idea".
  return [plain, plain.replace(/^non? /, "")].some((said) => {
    const inner = withoutFillers(withoutFillers(said, fillers), besideDontKnow);
    return hasNoAnswer(said, words) || hasNoAnswer(withoutFillers(inner, fillers), words);
  });
}

function hasNoAnswer(said: string, { language, fields }: Words): boolean {
  const { dontKnow, dontKnowOf } = grammarOf(language);
  if (isAmong(dontKnow, said)) return true;
  // One word may be anything.
  if (said.includes(" ") && isAmong(heardWordsOf(language).refusals, said)) return true;
  const { noun } = languageWordsOf(language);
  const called = Object.values(fields).flatMap((each) => each.called.map(noun));
  return called.flatMap(dontKnowOf).some((text) => plainPhrase(text) === said);
}

/** Why something said in place of a name is none: the caller gives none, or it was never meant as one. */
export function noNameIn(phrase: string, language: LanguageCode): "refusal" | "noise" | undefined {
  const { refusals } = heardWordsOf(language);
  const said = meantBy(phrase, language);
  if (isAmong(refusals, said)) return "refusal";
  return isNoise(phrase, language) || isNoName(said, language) ? "noise" : undefined;
}

/** What answers no question: "what", swearing. */
export function isNoise(phrase: string, language: LanguageCode): boolean {
  const { noNames, swearWords } = heardWordsOf(language);
  const said = meantBy(phrase, language);
  const swears = said.split(" ").some((word) => isAmong(swearWords, word));
  return swears || isAmong(noNames, said);
}

/** Names are few words, and none of them is one of those that hold sentences together. */
function isNoName(said: string, language: LanguageCode): boolean {
  const parts = said.split(" ");
  const { sentenceWords, nameWords } = heardWordsOf(language);
  const isOfSentence = (word: string) => isAmong(sentenceWords, word) && !isAmong(nameWords, word);
  return parts.length > mostWordsOfName || /\d/.test(said) || parts.some(isOfSentence);
}

const mostWordsOfName = 5;

/** The reason that somebody gave instead of a name; "Bill" is a name. */
export function reasonInNameOf(phrase: string, reason: Field, words: Words): string | undefined {
  const { nameWords } = heardWordsOf(words.language);
  const isName = isAmong(nameWords, plainPhrase(phrase));
  return isName ? undefined : valueIdOf(phrase, reason, words);
}

function meantBy(phrase: string, language: LanguageCode): string {
  return withoutFillers(plainPhrase(phrase), heardWordsOf(language).fillers);
}
