import { languageWordsOf } from "../sentences/language-words-of.ts";
import type { CallForm } from "./call-form.ts";
import type { Field } from "./field.ts";
import type { ValueWords, Words } from "./words.ts";

/** What a field can be answered with, in its order; none where that is no list. */
function valuesOf(form: CallForm, field: Field, words: Words): readonly ValueWords[] {
  const values = field.kind === "reason" ? words.reasons : words.fields[field.id]?.choices;
  const ids = field.kind === "reason" ? form.reasons : Object.keys(values ?? {});
  return ids.flatMap((id) => values?.[id] ?? []);
}

/** "billing, sales, or something else": the list of a field as its language says it. */
export function choicesOf(form: CallForm, field: Field, words: Words): string {
  const names = valuesOf(form, field, words).map(({ name }) => name);
  return languageWordsOf(words.language).choiceOf(names);
}
