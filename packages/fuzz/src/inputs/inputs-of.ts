import fc from "fast-check";
import type { Target } from "../targets/target.ts";
import { jsonEdits, withJsonEdit } from "./json-edits.ts";
import { pieces, textEdits, withTextEdit } from "./text-edits.ts";

/** Changes of one sample; most inputs are one or two away from what is usually sent, and so get past the first check. */
const mostEdits = 7;

/** Makes inputs for a target, of samples: its own, and those that were found since. */
export type InputsOf = (samples: readonly string[]) => fc.Arbitrary<string>;

/** Samples with a few changes each, and now and then something that never was a sample. */
export function inputsFor({ form, words }: Target): InputsOf {
  const changed = form === "json" ? changedDocuments(words) : changedTexts(words);
  const strange = form === "json" ? fc.json() : fc.array(pieces(words)).map((all) => all.join(""));
  return (samples) =>
    fc.oneof(
      { weight: 24, arbitrary: changed(fc.constantFrom(...samples)) },
      { weight: 1, arbitrary: strange },
    );
}

const someEdits = { minLength: 1, maxLength: mostEdits };

function changedTexts(words: readonly string[]) {
  const edit = textEdits(words);
  return (sample: fc.Arbitrary<string>) =>
    fc
      .tuple(sample, fc.array(fc.tuple(edit, sample), someEdits))
      .map(([text, edits]) =>
        edits.reduce((soFar, [each, other]) => withTextEdit(soFar, each, other), text),
      );
}

function changedDocuments(words: readonly string[]) {
  const edit = jsonEdits(words);
  return (sample: fc.Arbitrary<string>) =>
    fc.tuple(sample, fc.array(fc.tuple(edit, sample), someEdits)).map(([text, edits]) => {
      const document = edits.reduce(
        (soFar, [each, other]) => withJsonEdit(soFar, each, () => JSON.parse(other)),
        JSON.parse(text) as unknown,
      );
      return JSON.stringify(document) ?? "null";
    });
}
