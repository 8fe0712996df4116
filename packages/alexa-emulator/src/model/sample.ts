import { words } from "../nlu/utterance.ts";

/** A sample utterance, as it is written and as it is said. */
export interface Sample {
  readonly text: string;
  readonly parts: readonly SamplePart[];
}

/** A sample utterance is words to be said and slots to be filled. */
export type SamplePart =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "slot"; readonly slot: string };

/** Reads `call about {reason}`. A slot's ending, as in `{name}'s`, is a word of its own. */
export function parseSample(text: string): Sample {
  const parts = text.split(/(\{[^{}]*\})/).flatMap((piece): SamplePart[] => {
    const slot = /^\{([^{}]*)\}$/.exec(piece)?.[1];
    if (slot !== undefined) return [{ kind: "slot", slot }];
    return words(piece).map((word) => ({ kind: "word", word }));
  });
  return { text, parts };
}
