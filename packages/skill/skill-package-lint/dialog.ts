import type { JsonPath } from "./finding.ts";
import type { DialogIntent, DialogSlot, InteractionModel } from "./skill-package.ts";

export interface DialogIntentAt {
  readonly intent: DialogIntent;
  readonly path: JsonPath;
}

export interface DialogSlotAt {
  readonly slot: DialogSlot;
  readonly intent: DialogIntent;
  readonly path: JsonPath;
}

/** The intents of the dialog model and where they stand. */
export function dialogIntents({ interactionModel }: InteractionModel): DialogIntentAt[] {
  return (interactionModel.dialog?.intents ?? []).map((intent, index) => ({
    intent,
    path: ["interactionModel", "dialog", "intents", index],
  }));
}

/** The slots of the dialog model and where they stand. */
export function dialogSlots(model: InteractionModel): DialogSlotAt[] {
  return dialogIntents(model).flatMap(({ intent, path }) =>
    (intent.slots ?? []).map((slot, index) => ({ slot, intent, path: [...path, "slots", index] })),
  );
}
