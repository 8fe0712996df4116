import type { FieldKind } from "../form/field.ts";
import type { LanguageCode } from "../form/words.ts";
import type { Noun } from "../sentences/language-words.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { spanish } from "./spanish.ts";

/** What callers say besides answering, in one language: sample utterances, `{…}` where a part of the call is named. */
export interface Asides {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly help: readonly string[];
  /** "where do I find my account ID" */
  helpOf(noun: Noun): readonly string[];
  readonly repeat: readonly string[];
  readonly startOver: readonly string[];
  readonly stop: readonly string[];
  /** "hold on" */
  readonly wait: readonly string[];
  readonly hours: readonly string[];
  /** Who it is that asks. */
  readonly who: readonly string[];
  /** The company's phone number. */
  readonly number: readonly string[];
  /** To change what was said, without saying what. */
  readonly changeSomething: readonly string[];
  /** "change {…}", "{…} is wrong" */
  readonly change: readonly string[];
  /** Those of them that may deny what stands in the slot: "no {…}", which takes in "no emergency". */
  readonly changeMayDeny: readonly string[];
  /** What else fields are called where they are changed, by kind. */
  readonly called: Readonly<Partial<Record<FieldKind, readonly string[]>>>;
  /** All that was said. */
  readonly everything: readonly string[];
}

const byLanguage: Readonly<Record<LanguageCode, Asides>> = {
  en: english,
  es: spanish,
  fr: french,
};

export function asidesOf(language: LanguageCode): Asides {
  return byLanguage[language];
}
