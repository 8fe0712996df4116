import { repeated } from "../repeated.ts";
import type { ModelRule, Problem } from "../rule.ts";
import type { SlotType } from "../skill-package.ts";
import { spokenForm } from "../spoken-form.ts";

/** Values of custom slot types: there are some, each has its own id, and no word stands for two of them. */
export const slotValues: ModelRule = {
  name: "slot-values",
  *check({ content }) {
    const { types = [] } = content.interactionModel.languageModel;
    for (const [index, type] of types.entries()) {
      const path = ["interactionModel", "languageModel", "types", index];
      for (const problem of valuesOf(type))
        yield { path: [...path, ...problem.path], message: problem.message };
    }
  },
};

function* valuesOf({ name, values = [], valueSupplier }: SlotType): Iterable<Problem> {
  if (values.length === 0 && !valueSupplier)
    yield { path: ["values"], message: `slot type "${name}" has no values` };
  for (const [index, { id, name: value }] of values.entries())
    if (!id) yield { path: ["values", index], message: `"${value.value}" has no id` };
  for (const [index, { id }] of repeated(values, (value) => value.id ?? value.name.value ?? ""))
    yield { path: ["values", index, "id"], message: `id "${id}" stands twice` };
  yield* ambiguousWords(values);
}

function* ambiguousWords(values: NonNullable<SlotType["values"]>): Iterable<Problem> {
  const words = values.flatMap(({ name }, value) => [
    { path: ["values", value, "name", "value"], text: name.value ?? "" },
    ...(name.synonyms ?? []).map((text, synonym) => ({
      path: ["values", value, "name", "synonyms", synonym],
      text,
    })),
  ]);
  for (const [, { path, text }] of repeated(words, (word) => spokenForm(word.text)))
    yield { path, message: `"${text}" stands twice; Alexa could not tell which value is meant` };
}
