import type { SlotValueModel } from "./interaction-model.ts";

/** A value of a slot type; the Skill Management API refuses an empty list of synonyms. */
export function slotValue(id: string, value: string, synonyms: readonly string[]): SlotValueModel {
  return { id, name: synonyms.length > 0 ? { value, synonyms } : { value } };
}
