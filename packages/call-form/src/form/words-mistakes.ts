import { pointerOf } from "../document/document-mistakes.ts";
import type { WordsDocument } from "../document/words-document.ts";
import { spokenForm } from "../models/spoken-form.ts";
import { languageWordsOf } from "../sentences/language-words-of.ts";
import type { Field } from "./field.ts";
import type { Mistake } from "./form-mistakes.ts";
import { languageOfLocale } from "./words-of-document.ts";

/** What of a form its words have to fit. */
export interface FormOfWords {
  readonly locale: string;
  readonly fields: readonly Field[];
  readonly reasons: readonly string[];
  readonly repeats: readonly string[];
}

type Steps = readonly (string | number)[];
type Values = Readonly<
  Record<string, { readonly name: string; readonly synonyms?: string[] | undefined }>
>;

/** What the schema of words/<locale>.json cannot say. */
export function* wordsMistakes(words: WordsDocument, form: FormOfWords): Iterable<Mistake> {
  yield* valueMistakes(words.reasons ?? {}, form.reasons, ["reasons"]);
  for (const id of Object.keys(words.fields ?? {}))
    if (!form.fields.some((field) => field.id === id))
      yield { pointer: pointerOf(["fields", id]), problem: "is not a field of the form" };
  for (const field of form.fields) yield* fieldMistakes(field, words, form);
  yield* placeholderMistakes(words);
}

function* fieldMistakes(
  field: Field,
  { fields = {} }: WordsDocument,
  { locale, repeats }: FormOfWords,
): Iterable<Mistake> {
  const { id, kind } = field;
  const words = fields[id] ?? {};
  const at = (...steps: Steps) => pointerOf(["fields", id, ...steps]);
  const defaults = languageWordsOf(languageOfLocale(locale)).called;
  if (words.called === undefined && defaults[kind] === undefined)
    yield { pointer: at("called"), problem: `is missing: what do callers call ${id}?` };
  if (kind === "choice")
    yield* valueMistakes(words.choices ?? {}, field.choices, ["fields", id, "choices"]);
  else if (words.choices !== undefined)
    yield { pointer: at("choices"), problem: `is for a choice; ${id} is of kind ${kind}` };
  if (repeats.includes(id) && kind !== "reason" && words.repeat === undefined)
    yield {
      pointer: at("repeat"),
      problem: `is missing: the confirmation repeats ${id}; example: for {value}`,
    };
}

/** The words of reasons or choices: those of the form and no others, and none that stand for two. */
function* valueMistakes(values: Values, ids: readonly string[], place: Steps): Iterable<Mistake> {
  for (const id of ids.filter((each) => values[each] === undefined))
    yield { pointer: pointerOf([...place, id]), problem: "is missing: it needs a name" };
  for (const id of Object.keys(values).filter((each) => !ids.includes(each)))
    yield { pointer: pointerOf([...place, id]), problem: "is not in the form" };
  const seen = new Map<string, string>();
  for (const [id, { name, synonyms = [] }] of Object.entries(values))
    for (const [text, ...steps] of phrases(name, synonyms)) {
      const earlier = seen.get(spokenForm(text));
      if (earlier !== undefined)
        yield {
          pointer: pointerOf([...place, id, ...steps]),
          problem: `"${text}" stands for ${earlier} already`,
        };
      seen.set(spokenForm(text), id);
    }
}

function phrases(name: string, synonyms: readonly string[]): [string, ...Steps][] {
  const others = synonyms.map((text, index): [string, ...Steps] => [text, "synonyms", index]);
  return [[name, "name"], ...others];
}

const ofCompany = ["company", "phoneNumber"];
const ofQuestion = ["company", "choices"];

/** The placeholders of each sentence, by the last steps of its place. */
function placeholdersAt(steps: readonly string[]): readonly string[] {
  const [first, , last] = steps;
  if (first === "fields") return last === "heard" || last === "repeat" ? ["value"] : ofQuestion;
  if (first === "confirmation") return ["company", "about"];
  if (first === "open" || first === "closed") return [...ofCompany, "hours"];
  return ofCompany;
}

/** A placeholder that nobody fills would be read out. */
function* placeholderMistakes({ fields, ...words }: WordsDocument) {
  const { confirmation, change, welcome, purpose, open, closed } = words;
  const sentences = {
    fields: withoutCarriers(fields),
    confirmation,
    change,
    welcome,
    purpose,
    open,
    closed,
  };
  for (const [steps, text] of textsIn(sentences, [])) {
    const known = placeholdersAt(steps).map((name) => `{${name}}`);
    for (const [placeholder] of text.matchAll(/\{[^{}]*\}/g))
      if (!known.includes(placeholder))
        yield {
          pointer: pointerOf(steps),
          problem: `${placeholder} is filled with nothing; known here: ${known.join(", ")}`,
        };
  }
}

function withoutCarriers(fields: WordsDocument["fields"] = {}) {
  return Object.fromEntries(
    Object.entries(fields).map(([id, words]) => [
      id,
      { ...words, carriers: undefined, answers: undefined, choices: undefined, called: undefined },
    ]),
  );
}

function* textsIn(value: unknown, steps: readonly string[]): Iterable<[readonly string[], string]> {
  if (typeof value === "string") yield [steps, value];
  if (value === null || typeof value !== "object") return;
  for (const [key, each] of Object.entries(value)) yield* textsIn(each, [...steps, key]);
}
