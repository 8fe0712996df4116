import { dialogIntents, dialogSlots } from "./dialog.ts";
import type { JsonPath } from "./finding.ts";
import type { DialogIntent, InteractionModel } from "./skill-package.ts";

/** A place in the dialog model that names a prompt, or has to. */
export interface PromptUse {
  readonly id: string | undefined;
  readonly path: JsonPath;
  /** Alexa would have nothing to say without the prompt. */
  readonly required: boolean;
  /** The slots whose values the prompt may speak. */
  readonly slots: readonly string[];
}

export function promptUses(model: InteractionModel): PromptUse[] {
  const ofIntents = dialogIntents(model).map(({ intent, path }) => ({
    id: intent.prompts?.confirmation,
    path: [...path, "prompts", "confirmation"],
    required: intent.confirmationRequired === true,
    slots: slotNames(intent),
  }));
  const ofSlots = dialogSlots(model).flatMap(({ slot, intent, path }) => [
    {
      id: slot.prompts.elicitation,
      path: [...path, "prompts", "elicitation"],
      required: slot.elicitationRequired === true,
      slots: slotNames(intent),
    },
    {
      id: slot.prompts.confirmation,
      path: [...path, "prompts", "confirmation"],
      required: slot.confirmationRequired === true,
      slots: slotNames(intent),
    },
    ...(slot.validations ?? []).map(({ prompt }, index) => ({
      id: prompt,
      path: [...path, "validations", index, "prompt"],
      required: true,
      slots: slotNames(intent),
    })),
  ]);
  return [...ofIntents, ...ofSlots];
}

function slotNames({ slots = [] }: DialogIntent): string[] {
  return slots.map(({ name }) => name);
}
