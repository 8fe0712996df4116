import type { DialogModel, DialogSlotModel } from "../model/interaction-model.ts";
import type { IntentState, SlotState } from "./intent-state.ts";
import { failedValidation } from "./validation.ts";

/** What Alexa waits for. */
export type Question =
  | { readonly kind: "slot"; readonly slot: string }
  | { readonly kind: "slot-confirmation"; readonly slot: string }
  | { readonly kind: "intent-confirmation" };

/** What Alexa does next where the skill leaves it to her: ask with one of the model's prompts, or nothing more. */
export type DialogStep =
  | { readonly kind: "ask"; readonly question: Question; readonly prompt: string }
  | { readonly kind: "complete" };

/**
 * The first thing that is missing: slot after slot in the model's order its value, its validations and its
 * confirmation, then the confirmation of the intent. "Delegate the Dialog to Alexa".
 */
export function nextStep(dialog: DialogModel, intent: IntentState): DialogStep {
  for (const model of dialog.slots) {
    const step = slotStep(model, intent.slots.get(model.name));
    if (step) return step;
  }
  const prompt = dialog.confirmationPrompt;
  if (prompt === undefined || intent.confirmationStatus !== "NONE") return { kind: "complete" };
  return { kind: "ask", question: { kind: "intent-confirmation" }, prompt };
}

function slotStep(model: DialogSlotModel, slot: SlotState | undefined): DialogStep | undefined {
  const { name, elicitationPrompt, confirmationPrompt } = model;
  const elicit = (prompt: string | undefined): DialogStep | undefined =>
    prompt === undefined
      ? undefined
      : { kind: "ask", question: { kind: "slot", slot: name }, prompt };

  if (slot?.value === undefined) return elicit(elicitationPrompt);
  const failed = failedValidation(slot, model.validations);
  if (failed) return elicit(failed.prompt);
  if (confirmationPrompt === undefined || slot.confirmationStatus === "CONFIRMED") return undefined;
  if (slot.confirmationStatus === "DENIED") return elicit(elicitationPrompt ?? confirmationPrompt);
  return {
    kind: "ask",
    question: { kind: "slot-confirmation", slot: name },
    prompt: confirmationPrompt,
  };
}
