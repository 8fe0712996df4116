import type { SimpleSlotValue, Slot, SlotValue } from "ask-sdk-model";
import { spokenText } from "../conversation/spoken-text.ts";

/** Everything that was said into a slot, one phrase or a list of them; none where Alexa made nothing out. */
export function slotPhrases(slot: Slot | null | undefined): readonly string[] {
  const values = simpleValues(slot?.slotValue).map(({ value }) => value);
  const said = slot?.value === undefined ? values : [slot.value];
  return said.map(spokenText).filter((phrase) => phrase !== undefined);
}

/** The values of a list, or the one there is; lists may hold lists. */
export function simpleValues(slotValue: SlotValue | null | undefined): readonly SimpleSlotValue[] {
  if (slotValue?.type === "List") return (slotValue.values ?? []).flatMap(simpleValues);
  return slotValue?.type === "Simple" ? [slotValue] : [];
}
