import { languageWordsOf } from "../sentences/language-words-of.ts";
import type { CallForm } from "./call-form.ts";
import type { Field } from "./field.ts";
import type { ValueWords, Words } from "./words.ts";

/** What a field can be answered with, in its order; none where that is no list. */
function valuesOf(form: CallForm, field: Field, words: Words): readonly ValueWords[] {
  if (field.kind === "reason") return form.reasons.flatMap((id) => words.reasons[id] ?? []);
  const { choices = {} } = words.fields[field.id] ?? {};
  return field.kind === "choice"
    ? field.choices.flatMap((id) => choices[id] ?? [])
    : Object.values(choices);
}

/** "billing, sales, or something else": the list of a field as its language says it. */
export function choicesOf(form: CallForm, field: Field, words: Words): string {
  const names = valuesOf(form, field, words).map(({ name }) => name);
  return languageWordsOf(words.language).choiceOf(names);
}
