import type { Slot, SlotValue } from "ask-sdk-model";
import { spokenText } from "../conversation/spoken-text.ts";

/** Everything that was said into a slot, one phrase or a list of them; none where Alexa made nothing out. */
export function slotPhrases(slot: Slot | null | undefined): readonly string[] {
  const values = slot?.value === undefined ? valuesOf(slot?.slotValue) : [slot.value];
  return values.map(spokenText).filter((phrase) => phrase !== undefined);
}

function valuesOf(slotValue: SlotValue | undefined): readonly (string | undefined)[] {
  if (slotValue?.type === "List") return (slotValue.values ?? []).flatMap(valuesOf);
  return slotValue?.type === "Simple" ? [slotValue.value] : [];
}
