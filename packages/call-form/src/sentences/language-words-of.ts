import type { LanguageCode } from "../form/words.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import type { LanguageWords } from "./language-words.ts";
import { spanish } from "./spanish.ts";

const byLanguage: Readonly<Record<LanguageCode, LanguageWords>> = {
  en: english,
  es: spanish,
  fr: french,
};

/** What a language says where a form's author says nothing. */
export function languageWordsOf(language: LanguageCode): LanguageWords {
  return byLanguage[language];
}
