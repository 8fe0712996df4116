import type { IntentModel } from "../model/interaction-model.ts";
import type { UpdatedIntent } from "../response/directive.ts";
import { emptyIntent, type IntentState, type SlotState } from "./intent-state.ts";

/**
 * The intent as the skill wants it. A slot that it leaves out is empty: "include all of the slots".
 * `unknownSlot` names one that the intent does not have.
 */
export function updatedIntentState(
  { confirmationStatus, slots }: UpdatedIntent,
  model: IntentModel,
): { readonly intent: IntentState; readonly unknownSlot?: string } {
  const updated = new Map(emptyIntent(model).slots);
  for (const [name, slot] of Object.entries(slots ?? {})) {
    if (!updated.has(name)) return { intent: emptyIntent(model), unknownSlot: name };
    updated.set(name, slotState(name, slot));
  }
  return { intent: { name: model.name, confirmationStatus, slots: updated } };
}

type UpdatedSlot = NonNullable<UpdatedIntent["slots"]>[string];

function slotState(name: string, slot: UpdatedSlot): SlotState {
  const { value, resolutions, confirmationStatus } = slot;
  return {
    name,
    confirmationStatus,
    ...(typeof value === "string" && { value }),
    ...(resolutions && { resolutions }),
  };
}
