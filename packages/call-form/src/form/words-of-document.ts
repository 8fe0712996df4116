import type { FormDocument } from "../document/form-document.ts";
import type { FieldWordsDocument, WordsDocument } from "../document/words-document.ts";
import { hoursInWords } from "../sentences/hours-in-words.ts";
import type { FieldFacts, LanguageWords } from "../sentences/language-words.ts";
import { languageWordsOf } from "../sentences/language-words-of.ts";
import type { Hours } from "./call-form.ts";
import type { Field } from "./field.ts";
import {
  type FieldWords,
  type LanguageCode,
  languages,
  type QuestionWords,
  type ReasonWords,
  type ValueWords,
  type Words,
} from "./words.ts";

/** What a form's fields and company are, as the words need it. */
export interface WordsContext {
  readonly locale: string;
  readonly fields: readonly Field[];
  readonly company: FormDocument["company"];
  readonly hours: Hours | undefined;
}

/** A locale's words with everything that follows from the kinds of the fields and the language. */
export function wordsOfDocument(document: WordsDocument, context: WordsContext): Words {
  const { locale, company, fields, hours } = context;
  const language = languageOfLocale(locale);
  const defaults = languageWordsOf(language);
  return {
    locale,
    language,
    company: {
      name: document.company?.name ?? company.name,
      invocationName: document.company?.invocationName ?? company.invocationName,
      phoneNumber: document.company?.phoneNumber ?? company.phoneNumber,
    },
    unnamed: defaults.unnamed,
    welcome: document.welcome ?? defaults.welcome,
    purpose: document.purpose ?? defaults.purpose,
    hours: hours && (document.hours ?? hoursInWords(hours.open, defaults.hours)),
    open: document.open ?? defaults.open,
    closed: document.closed ?? defaults.closed[hours?.outside ?? "no-call"],
    reasons: mapValues(document.reasons ?? {}, (reason) => reasonWords(reason, defaults)),
    fields: Object.fromEntries(
      fields.map((field) => [
        field.id,
        fieldWords(field, document.fields?.[field.id] ?? {}, defaults),
      ]),
    ),
    confirmation: question(document.confirmation, defaults.confirmation),
    change: question(document.change, defaults.change),
    sentences: document.sentences ?? {},
  };
}

/** The language of a locale that a call form can be in; English for any other. */
export function languageOfLocale(locale: string): LanguageCode {
  const [code] = locale.split("-");
  return languages.find((each) => each === code) ?? "en";
}

function fieldWords(
  field: Field,
  document: FieldWordsDocument,
  defaults: LanguageWords,
): FieldWords {
  const called = calledOf(field, document, defaults);
  const noun = defaults.noun(called[0]);
  const facts: FieldFacts = { noun, skippable: field.skippable };
  return {
    ...defaults.sentences[field.kind](facts),
    label: labelOf(field, noun.bare, defaults),
    repeat: undefined,
    carriers: [],
    answers: [],
    ...stated(document),
    called,
    choices:
      field.kind === "yes-no" ? defaults.yesOrNo : mapValues(document.choices ?? {}, valueWords),
  };
}

/** Without the properties that an author left out. */
function stated({ choices: _choices, called: _called, ...document }: FieldWordsDocument) {
  return Object.fromEntries(
    Object.entries(document).filter(([, each]) => each !== undefined),
  ) as Partial<Omit<FieldWords, "choices" | "called">>;
}

function calledOf(
  { kind, id }: Field,
  { called }: FieldWordsDocument,
  defaults: LanguageWords,
): readonly [string, ...string[]] {
  const [first, ...others] = called ?? [];
  return first === undefined ? (defaults.called[kind] ?? [id]) : [first, ...others];
}

function labelOf({ id, kind }: Field, bare: string, defaults: LanguageWords): string {
  if (id === "callerName") return defaults.labels.name;
  if (kind === "reason") return defaults.labels.reason;
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

function valueWords({ name, synonyms = [] }: { name: string; synonyms?: string[] | undefined }) {
  return { name, synonyms } satisfies ValueWords;
}

function reasonWords(
  reason: NonNullable<WordsDocument["reasons"]>[string],
  defaults: LanguageWords,
): ReasonWords {
  return { ...valueWords(reason), about: reason.about ?? defaults.about(reason.name) };
}

function question(document: WordsDocument["change"], defaults: QuestionWords): QuestionWords {
  return {
    ask: document?.ask ?? defaults.ask,
    reprompt: document?.reprompt ?? defaults.reprompt,
    help: document?.help ?? defaults.help,
  };
}

function mapValues<In, Out>(record: Readonly<Record<string, In>>, map: (value: In) => Out) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
