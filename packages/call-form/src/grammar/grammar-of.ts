import type { LanguageCode } from "../form/words.ts";
import { englishGrammar } from "./english.ts";
import { frenchGrammar } from "./french.ts";
import type { Grammar } from "./grammar.ts";
import { spanishGrammar } from "./spanish.ts";

const byLanguage: Readonly<Record<LanguageCode, Grammar>> = {
  en: englishGrammar,
  es: spanishGrammar,
  fr: frenchGrammar,
};

export function grammarOf(language: LanguageCode): Grammar {
  return byLanguage[language];
}
