import type { Hours } from "../form/call-form.ts";
import type { FieldKind } from "../form/field.ts";
import type { FieldWords, QuestionWords, ValueWords } from "../form/words.ts";
import type { HoursWords } from "./hours-in-words.ts";

/** A field's name as sentences need it: "account ID", "your account ID", "my account ID". */
export interface Noun {
  /** Without an article. */
  readonly bare: string;
  readonly yours: string;
  readonly mine: string;
  readonly the: string;
  readonly gender: "masculine" | "feminine";
}

/** The sentences of a field that follow from its kind. */
export type FieldSentences = Pick<
  FieldWords,
  "ask" | "reprompt" | "help" | "heard" | "unclear" | "skipped" | "givenUp" | "needed"
>;

export interface FieldFacts {
  readonly noun: Noun;
  readonly skippable: boolean;
}

/** As at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a language says where an author says nothing. */
export interface LanguageWords {
  noun(called: string): Noun;
  /** "billing, sales, or something else". */
  choiceOf(names: readonly string[]): string;
  /** How a reason stands in the confirmation, by its name. */
  about(name: string): string;
  /** What a field of a kind is called; a choice and the like have to be named by their author. */
  readonly called: Readonly<Partial<Record<FieldKind, readonly [string, ...string[]]>>>;
  readonly sentences: Readonly<Record<FieldKind, (facts: FieldFacts) => FieldSentences>>;
  readonly yesOrNo: Readonly<Record<"yes" | "no", ValueWords>>;
  readonly labels: Readonly<Record<"name" | "reason", string>>;
  /** Who calls, where no name was given. */
  readonly unnamed: string;
  readonly welcome: string;
  /** What the skill does, said to those who ask. */
  readonly purpose: string;
  readonly hours: HoursWords;
  /** When somebody answers, for callers who ask; {hours} is the phrase. */
  readonly open: string;
  /** Said outside the hours, by what callers get then. */
  readonly closed: Readonly<Record<Hours["outside"], string>>;
  readonly confirmation: QuestionWords;
  readonly change: QuestionWords;
}
