import type { JsonPath } from "./finding.ts";
import type { Intent, InteractionModel } from "./skill-package.ts";

/** One sample utterance and where it stands. */
export interface Sample {
  readonly text: string;
  readonly path: JsonPath;
  readonly intent: Intent;
  /** Set on a sample that only counts while Alexa asks for this slot. */
  readonly slot?: string;
}

/** Every sample utterance of a model: those of the intents and those of their slots. */
export function samplesOf({ interactionModel }: InteractionModel): Sample[] {
  return interactionModel.languageModel.intents.flatMap((intent, index) => {
    const path = ["interactionModel", "languageModel", "intents", index];
    return [...ofIntent(intent, path), ...ofSlots(intent, path)];
  });
}

function ofIntent(intent: Intent, path: JsonPath): Sample[] {
  const { samples = [] } = intent;
  return samples.map((text, index) => ({ text, intent, path: [...path, "samples", index] }));
}

function ofSlots(intent: Intent, path: JsonPath): Sample[] {
  return (intent.slots ?? []).flatMap(({ name, samples = [] }, slotIndex) =>
    samples.map((text, index) => ({
      text,
      intent,
      slot: name,
      path: [...path, "slots", slotIndex, "samples", index],
    })),
  );
}

/** The slot names in braces, in their order. */
export function slotsIn(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}
