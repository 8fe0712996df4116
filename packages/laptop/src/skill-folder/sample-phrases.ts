import type { LanguageCode } from "@skill-call/call-form";

/** What a sample caller says in a language, to any skill. */
export interface SamplePhrases {
  opens(invocationName: string): string;
  readonly name: string;
  /** The third of May of a year. */
  date(year: number): string;
  /** An answer in one's own words. */
  readonly words: string;
  readonly dontKnow: string;
  readonly yes: string;
}

const phrases: Readonly<Record<LanguageCode, SamplePhrases>> = {
  en: {
    opens: (invocationName) => `open ${invocationName}`,
    name: "Ana",
    date: (year) => `May third ${year}`,
    words: "it began last week",
    dontKnow: "I don't know",
    yes: "yes",
  },
  es: {
    opens: (invocationName) => `abre ${invocationName}`,
    name: "Ana",
    date: (year) => `el tres de mayo de ${year}`,
    words: "empezó la semana pasada",
    dontKnow: "no lo sé",
    yes: "sí",
  },
  fr: {
    opens: (invocationName) => `ouvre ${invocationName}`,
    name: "Anaïs",
    date: (year) => `le trois mai ${year}`,
    words: "ça a commencé la semaine dernière",
    dontKnow: "je ne sais pas",
    yes: "oui",
  },
};

export function phrasesOf(language: LanguageCode): SamplePhrases {
  return phrases[language];
}
