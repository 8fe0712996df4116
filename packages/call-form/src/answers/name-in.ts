import type { LanguageCode } from "../form/words.ts";
import { heardWordsOf } from "./heard-words.ts";
import { noNameIn } from "./known-phrases.ts";
import { introductionsOfAll, shortIntroductionsOfAll } from "./languages/mixed.ts";
import { isAmong, plainPhrase } from "./plain-phrase.ts";

/** A name without what is said before and after it: "my name's john smith and" is `john smith`. */
export function nameIn(phrase: string, language: LanguageCode): string {
  const { fillers, nameOpenings, nameClosings } = heardWordsOf(language);
  const words = phrase.trim().split(/\s+/);
  const mixed = (said: string) =>
    isAmong(introductionsOfAll, said) || isAmong(shortIntroductionsOfAll, said);
  const isOpening = (said: string) =>
    isAmong(nameOpenings, said) || isAmong(fillers, said) || mixed(said);
  const isClosing = (said: string) => isAmong(nameClosings, said) || isAmong(fillers, said);
  const rest = withoutEnd(withoutStart(words, isOpening), isClosing);
  return rest.join(" ").replace(/^[,.;:]+|(?<![,.;:])[,.;:]+$/g, "");
}

/**
 * The name that somebody says among other things: "hi this is ana and my internet is down" tells `ana`. `undefined`
 * where nobody introduces themselves.
 */
export function nameToldIn(phrase: string, language: LanguageCode): string | undefined {
  const { introductions } = heardWordsOf(language);
  const isOpening = (said: string) =>
    isAmong(introductions, said) || isAmong(introductionsOfAll, said);
  const words = phrase.trim().split(/[\s,;.]+/);
  const told = words.flatMap((_, at) => {
    const rest = words.slice(at);
    const opened = withoutStart(rest, isOpening);
    if (opened.length === rest.length) return [];
    const name = nameIn(untilSentence(opened, language).join(" "), language);
    return name !== "" && noNameIn(name, language) === undefined ? [name] : [];
  });
  return told[0];
}

/** The words before the first one that a name does not have. */
function untilSentence(words: Words, language: LanguageCode): Words {
  const { sentenceWords, nameWords, nameClosings } = heardWordsOf(language);
  const ends = (word: string) => {
    const plain = plainPhrase(word);
    const isOfName = isAmong(nameWords, plain);
    return !isOfName && (isAmong(sentenceWords, plain) || isAmong(nameClosings, plain));
  };
  const end = words.findIndex((word) => ends(word) || /\d/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

type Words = readonly string[];

/** Whether a plain phrase is said before a name, or after it. */
type Saying = (said: string) => boolean;

/** The longest of them goes first; one that is all there is stays. */
function withoutStart(words: Words, isOpening: Saying): Words {
  for (let length = Math.min(words.length - 1, mostWords); length > 0; length -= 1)
    if (isOpening(plainPhrase(words.slice(0, length).join(" "))))
      return withoutStart(words.slice(length), isOpening);
  return words;
}

function withoutEnd(words: Words, isClosing: Saying): Words {
  for (let length = Math.min(words.length - 1, mostWords); length > 0; length -= 1)
    if (isClosing(plainPhrase(words.slice(-length).join(" "))))
      return withoutEnd(words.slice(0, -length), isClosing);
  return words;
}

const mostWords = 5;
