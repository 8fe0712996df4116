import type { IntentModel } from "../model/interaction-model.ts";
import type { EntityResolver, Resolutions } from "../nlu/entity-resolution.ts";
import type { SlotWords } from "../nlu/slot-words.ts";

export type ConfirmationStatus = "NONE" | "CONFIRMED" | "DENIED";

/** A slot as far as it is filled and confirmed. */
export interface SlotState {
  readonly name: string;
  readonly value?: string;
  readonly resolutions?: Resolutions;
  /** Each of the values, where there are several; `value` is all of them then. */
  readonly values?: readonly SlotValue[];
  readonly confirmationStatus: ConfirmationStatus;
}

export interface SlotValue {
  readonly value: string;
  readonly resolutions?: Resolutions;
}

/** An intent while its slots are gathered. */
export interface IntentState {
  readonly name: string;
  readonly confirmationStatus: ConfirmationStatus;
  readonly slots: ReadonlyMap<string, SlotState>;
}

/** An intent of which nothing is known yet. */
export function emptyIntent({ name, slots }: IntentModel): IntentState {
  return {
    name,
    confirmationStatus: "NONE",
    slots: new Map(slots.map((slot) => [slot.name, emptySlot(slot.name)])),
  };
}

/** Fills slots with what was said. What was confirmed before is open again where it changes. */
export function fillSlots(
  intent: IntentState,
  words: Readonly<Record<string, SlotWords>>,
): IntentState {
  const slots = new Map(intent.slots);
  for (const [name, { value, resolutions, values }] of Object.entries(words))
    slots.set(name, {
      ...emptySlot(name),
      value,
      ...(resolutions && { resolutions }),
      ...(values && { values }),
    });
  return { ...intent, confirmationStatus: "NONE", slots };
}

export function confirmIntent(intent: IntentState, status: ConfirmationStatus): IntentState {
  return { ...intent, confirmationStatus: status };
}

export function confirmSlot(
  intent: IntentState,
  name: string,
  status: ConfirmationStatus,
): IntentState {
  const slot = intent.slots.get(name) ?? emptySlot(name);
  const slots = new Map(intent.slots).set(name, { ...slot, confirmationStatus: status });
  return { ...intent, slots };
}

/** Values that the skill put in have no resolutions; Alexa looks them up. */
export function resolveSlots(
  intent: IntentState,
  { slots: models }: IntentModel,
  resolve: EntityResolver,
): IntentState {
  const slots = [...intent.slots.values()].map((slot): [string, SlotState] => {
    const type = models.find(({ name }) => name === slot.name)?.type ?? "";
    const found =
      slot.resolutions ?? (slot.value === undefined ? undefined : resolve(type, slot.value));
    return [slot.name, { ...slot, ...(found && { resolutions: found }) }];
  });
  return { ...intent, slots: new Map(slots) };
}

function emptySlot(name: string): SlotState {
  return { name, confirmationStatus: "NONE" };
}
