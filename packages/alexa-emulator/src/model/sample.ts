import { words } from "../nlu/utterance.ts";

/** A sample utterance is words to be said and slots to be filled. */
export type SamplePart =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "slot"; readonly slot: string };

/** Reads `call about {reason}`. A slot's ending, as in `{name}'s`, is a word of its own. */
export function parseSample(sample: string): SamplePart[] {
  return sample.split(/(\{[^{}]*\})/).flatMap((piece): SamplePart[] => {
    const slot = /^\{([^{}]*)\}$/.exec(piece)?.[1];
    if (slot !== undefined) return [{ kind: "slot", slot }];
    return words(piece).map((word) => ({ kind: "word", word }));
  });
}
