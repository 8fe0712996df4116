import type { Resolutions } from "../nlu/entity-resolution.ts";
import type { ConfirmationStatus, IntentState, SlotState } from "./intent-state.ts";

/** An intent as a request carries it: "Request Types Reference", intent object. */
export interface WireIntent {
  readonly name: string;
  readonly confirmationStatus: ConfirmationStatus;
  /** Absent where the intent has no slots. */
  readonly slots?: Readonly<Record<string, WireSlot>>;
}

export interface WireSlot extends SlotState {
  readonly source?: "USER";
  readonly slotValue?: SimpleSlotValue;
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

function wireSlot(slot: SlotState): WireSlot {
  const { value, resolutions } = slot;
  if (value === undefined) return slot;
  const slotValue = { type: "Simple", value, ...(resolutions && { resolutions }) } as const;
  return { ...slot, source: "USER", slotValue };
}
