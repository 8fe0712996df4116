/** The languages that call forms can be in. */
export const languages = ["en", "es", "fr"] as const;
export type LanguageCode = (typeof languages)[number];

/** A question, what follows when the caller says nothing, and what follows when they ask for help. */
export interface QuestionWords {
  readonly ask: string;
  readonly reprompt: string;
  readonly help: string;
}

/** What stands for one value: as Alexa says it, and what else callers say. */
export interface ValueWords {
  readonly name: string;
  readonly synonyms: readonly string[];
}

export interface ReasonWords extends ValueWords {
  /** As it stands in the confirmation: `about billing`; may be empty. */
  readonly about: string;
}

/** How one field is asked for and spoken of in one locale. Sentences are plain text with placeholders in braces. */
export interface FieldWords extends QuestionWords {
  readonly label: string;
  /** What callers call it, the first as Alexa says it; in Spanish and French with the definite article. */
  readonly called: readonly [string, ...string[]];
  readonly heard: string;
  readonly unclear: string;
  readonly skipped: string;
  readonly givenUp: string;
  readonly needed: string;
  readonly repeat: string | undefined;
  /** Of the author's own, with `{…}` for the value. */
  readonly carriers: readonly string[];
  readonly answers: readonly string[];
  /** By id; of a choice and of yes-no only. */
  readonly choices: Readonly<Record<string, ValueWords>>;
}

/** Whom the skill calls, in one locale. */
export interface CompanyWords {
  readonly name: string;
  readonly invocationName: string;
  readonly phoneNumber: string | undefined;
}

/** Everything that a call form says in one locale, defaults filled in. */
export interface Words {
  /** BCP 47, such as `en-US`. */
  readonly locale: string;
  readonly language: LanguageCode;
  readonly company: CompanyWords;
  /** Who calls, where no name was given. */
  readonly unnamed: string;
  readonly welcome: string;
  /** What the skill does, said to those who ask. */
  readonly purpose: string;
  /** The hours as a phrase; `undefined` where the form has none. */
  readonly hours: string | undefined;
  /** When somebody answers, for callers who ask. */
  readonly open: string;
  /** Said outside the hours. */
  readonly closed: string;
  readonly reasons: Readonly<Record<string, ReasonWords>>;
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly confirmation: QuestionWords;
  readonly change: QuestionWords;
  /** The author's own instead of the skill's, by their names. */
  readonly sentences: Readonly<Record<string, string>>;
}
