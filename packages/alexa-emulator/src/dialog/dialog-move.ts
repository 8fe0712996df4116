import type { IntentModel, InteractionModel } from "../model/interaction-model.ts";
import type { EntityResolver } from "../nlu/entity-resolution.ts";
import type { DialogDirective, UpdatedIntent } from "../response/directive.ts";
import { emptyIntent, type IntentState, resolveSlots, type SlotState } from "./intent-state.ts";
import { nextStep, type Question } from "./next-step.ts";

/** Where a dialog goes after the skill's directive. */
export type DialogMove =
  | {
      readonly kind: "ask";
      readonly intent: IntentState;
      readonly question: Question;
      /** Set where Alexa asks with a prompt of the model; else the skill has asked. */
      readonly prompt?: string;
    }
  | { readonly kind: "complete"; readonly intent: IntentState }
  | { readonly kind: "invalid"; readonly problem: string };

export interface DialogRules {
  readonly model: InteractionModel;
  readonly resolve: EntityResolver;
}

/** Carries out a dialog directive; `current` is the intent of the request that it answers. */
export function dialogMove(
  directive: DialogDirective,
  current: IntentState | undefined,
  rules: DialogRules,
): DialogMove {
  const { type } = directive;
  const name = directive.updatedIntent?.name ?? current?.name;
  if (name === undefined) return invalid(`${type} needs updatedIntent: no intent was asked about`);
  const intentModel = rules.model.intents.find((each) => each.name === name);
  const dialog = rules.model.dialogs.get(name);
  if (!intentModel) return invalid(`${type}: there is no intent "${name}"`);
  if (!dialog) return invalid(`${type}: the model has no dialog for ${name}`);

  const updated =
    directive.updatedIntent && updatedIntentState(directive.updatedIntent, intentModel);
  if (updated?.unknownSlot) return invalid(`${type}: ${name} has no slot "${updated.unknownSlot}"`);
  const intent = updated ? resolveSlots(updated.intent, intentModel, rules.resolve) : current;
  if (!intent) return invalid(`${type} needs updatedIntent`);
  if (type !== "Dialog.Delegate") return ask(directive, intent, intentModel);
  const step = nextStep(dialog, intent);
  return { ...step, intent };
}

type AskingDirective = Exclude<DialogDirective, { type: "Dialog.Delegate" }>;

function ask(directive: AskingDirective, intent: IntentState, model: IntentModel): DialogMove {
  const question = questionOf(directive);
  if (question.kind === "intent-confirmation") return { kind: "ask", intent, question };
  const isThere = model.slots.some(({ name }) => name === question.slot);
  if (!isThere) return invalid(`${directive.type}: ${model.name} has no slot "${question.slot}"`);
  if (question.kind === "slot-confirmation" && intent.slots.get(question.slot)?.value === undefined)
    return invalid(`${directive.type}: slot "${question.slot}" has no value to confirm`);
  return { kind: "ask", intent, question };
}

function questionOf(directive: AskingDirective): Question {
  switch (directive.type) {
    case "Dialog.ElicitSlot":
      return { kind: "slot", slot: directive.slotToElicit };
    case "Dialog.ConfirmSlot":
      return { kind: "slot-confirmation", slot: directive.slotToConfirm };
    case "Dialog.ConfirmIntent":
      return { kind: "intent-confirmation" };
  }
}

function invalid(problem: string): DialogMove {
  return { kind: "invalid", problem };
}

/**
 * The intent as the skill wants it. A slot that it leaves out is empty: "include all of the slots".
 * `unknownSlot` names one that the intent does not have.
 */
function updatedIntentState(
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
