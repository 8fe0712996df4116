import type { Resolutions } from "../nlu/entity-resolution.ts";
import type { ConfirmationStatus, IntentState, SlotState, SlotValue } from "./intent-state.ts";

/** An intent as a request carries it: "Request Types Reference", intent object. */
export interface WireIntent {
  readonly name: string;
  readonly confirmationStatus: ConfirmationStatus;
  /** Absent where the intent has no slots. */
  readonly slots?: Readonly<Record<string, WireSlot>>;
}

export interface WireSlot extends Omit<SlotState, "values"> {
  readonly source?: "USER";
  readonly slotValue?: SimpleSlotValue | ListSlotValue;
}

/** Several values: "Collect Multiple Values in a Slot". The slot itself has neither value nor resolutions then. */
interface ListSlotValue {
  readonly type: "List";
  readonly values: readonly SimpleSlotValue[];
}

interface SimpleSlotValue {
  readonly type: "Simple";
  readonly value: string;
  readonly resolutions?: Resolutions;
}

export function wireIntent({ name, confirmationStatus, slots }: IntentState): WireIntent {
  if (slots.size === 0) return { name, confirmationStatus };
  const entries = [...slots.values()].map((slot) => [slot.name, wireSlot(slot)]);
  return { name, confirmationStatus, slots: Object.fromEntries(entries) };
}

function wireSlot({ values, ...slot }: SlotState): WireSlot {
  const { name, value, resolutions, confirmationStatus } = slot;
  if (value === undefined) return slot;
  if (values) {
    const slotValue = { type: "List", values: values.map(simple) } as const;
    return { name, confirmationStatus, source: "USER", slotValue };
  }
  const slotValue = simple({ value, ...(resolutions && { resolutions }) });
  return { ...slot, source: "USER", slotValue };
}

function simple({ value, resolutions }: SlotValue): SimpleSlotValue {
  return { type: "Simple", value, ...(resolutions && { resolutions }) };
}
