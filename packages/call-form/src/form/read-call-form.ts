import { checkDocument } from "../document/document-mistakes.ts";
import { type FormDocument, formDocument } from "../document/form-document.ts";
import { type WordsDocument, wordsDocument } from "../document/words-document.ts";
import { CallFormError, type FormMistake } from "../errors.ts";
import type { CallForm, Hours } from "./call-form.ts";
import { fieldOfDocument } from "./field-of-document.ts";
import { formMistakes } from "./form-mistakes.ts";
import type { Words } from "./words.ts";
import { wordsMistakes } from "./words-mistakes.ts";
import { wordsOfDocument } from "./words-of-document.ts";

/** The documents of a call form as they were read, not yet checked. */
export interface CallFormDocuments {
  /** The content of call-form.json. */
  readonly form: unknown;
  /** The content of each words/<locale>.json, by its locale. */
  readonly words: Readonly<Record<string, unknown>>;
}

const formName = "call-form.json";
const wordsName = (locale: string) => `words/${locale}.json`;

/**
 * Checks a call form and fills in what its author left out.
 * @throws {CallFormError} with every mistake and its place
 * @example readCallForm({ form: JSON.parse(text), words: { "en-US": JSON.parse(wordsText) } })
 */
export function readCallForm(documents: CallFormDocuments): CallForm {
  const form = checkDocument(formDocument, formName, documents.form);
  if (!form.output) throw new CallFormError(form.mistakes);
  const ofForm = [...formMistakes(form.output)].map(mistakeIn(formName));
  const words = checkWords(form.output, documents.words);
  if (words.mistakes.length > 0) throw new CallFormError([...ofForm, ...words.mistakes]);
  const { callForm, mistakes } = assemble(form.output, words.documents);
  const all = [...ofForm, ...mistakes];
  if (!callForm || all.length > 0) throw new CallFormError(all);
  return callForm;
}

function mistakeIn(document: string) {
  return (mistake: Omit<FormMistake, "document">): FormMistake => ({ document, ...mistake });
}

interface CheckedWords {
  readonly documents: ReadonlyMap<string, WordsDocument>;
  readonly mistakes: readonly FormMistake[];
}

/** Each document by itself, and whether the locales are those of the form. */
function checkWords({ locales }: FormDocument, words: CallFormDocuments["words"]): CheckedWords {
  const documents = new Map<string, WordsDocument>();
  const mistakes: FormMistake[] = [];
  for (const locale of locales)
    if (words[locale] === undefined)
      mistakes.push({ document: wordsName(locale), pointer: "", problem: "is missing" });
  for (const [locale, content] of Object.entries(words)) {
    const checked = checkDocument(wordsDocument, wordsName(locale), content);
    mistakes.push(...checked.mistakes);
    if (checked.output) documents.set(locale, checked.output);
    if (!locales.includes(locale))
      mistakes.push(
        mistakeIn(wordsName(locale))({
          pointer: "",
          problem: `${locale} is not one of the form's locales`,
        }),
      );
  }
  for (const [locale, { sameAs }] of documents)
    if (sameAs !== undefined && documents.get(sameAs)?.sameAs !== undefined)
      mistakes.push(
        mistakeIn(wordsName(locale))({
          pointer: "/sameAs",
          problem: `${sameAs} is the same as another locale itself`,
        }),
      );
    else if (sameAs !== undefined && !documents.has(sameAs))
      mistakes.push(
        mistakeIn(wordsName(locale))({
          pointer: "/sameAs",
          problem: `there is no words/${sameAs}.json`,
        }),
      );
  return { documents, mistakes };
}

function assemble(form: FormDocument, documents: ReadonlyMap<string, WordsDocument>) {
  const fields = form.fields.map(fieldOfDocument);
  const repeats =
    form.confirmation?.repeats ??
    fields.filter(({ kind }) => kind === "reason").map(({ id }) => id);
  const hours: Hours | undefined = form.hours && { outside: "no-call", ...form.hours };
  const mistakes: FormMistake[] = [];
  const words: Words[] = [];
  for (const locale of form.locales) {
    const document = merged(documents, locale);
    const facts = { locale, fields, reasons: form.reasons, repeats };
    mistakes.push(...[...wordsMistakes(document, facts)].map(mistakeIn(wordsName(locale))));
    words.push(wordsOfDocument(document, { locale, fields, company: form.company, hours }));
  }
  const [firstWords, ...otherWords] = words;
  const [firstReason, ...otherReasons] = form.reasons;
  if (firstWords === undefined || firstReason === undefined) return { mistakes };
  const callForm: CallForm = {
    fields,
    reasons: [firstReason, ...otherReasons],
    repeats,
    hours,
    words: [firstWords, ...otherWords],
  };
  return { callForm, mistakes };
}

/** A locale's document on top of the one that it is the same as. */
function merged(documents: ReadonlyMap<string, WordsDocument>, locale: string): WordsDocument {
  const { sameAs, ...own } = documents.get(locale) ?? {};
  const base = sameAs === undefined ? {} : (documents.get(sameAs) ?? {});
  return mergedObjects(base, own) as WordsDocument;
}

function mergedObjects(base: object, own: object): object {
  const entries = Object.entries(own).map(([key, value]) => {
    const below = (base as Readonly<Record<string, unknown>>)[key];
    return [key, isObject(below) && isObject(value) ? mergedObjects(below, value) : value];
  });
  return { ...base, ...Object.fromEntries(entries) };
}

/** Of what fits the schema, which has no null. */
function isObject(value: unknown): value is object {
  return typeof value === "object" && !Array.isArray(value);
}
