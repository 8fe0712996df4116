import {
  type CallForm,
  callIntentName,
  correctedSlotName,
  type Field,
  likelyValueIdOf,
  noNameIn,
  rejectedSlotName,
  type SpokenValue,
} from "@skill-call/call-form";
import type { Intent, Slot } from "ask-sdk-model";
import type { Conversation, Spoken } from "../conversation/conversation.ts";
import type { Hearing } from "../conversation/hear.ts";
import { reasonSlotValue } from "../conversation/reason.ts";
import { simpleValues, slotPhrases } from "./slot-phrases.ts";

/** What the readings of slots need: the fields of the form, and the words of the caller's locale for their values. */
type Reading = Pick<Hearing, "form" | "words">;

/** Reads the slots of a call intent that the form has fields for. */
export function readCallIntent(intent: Intent, { form, words }: Reading): Spoken {
  const slots = intent.slots ?? {};
  const spoken = form.fields.flatMap((field): [string, SpokenValue][] => {
    // Alexa sends along what is known: a correction stands in a slot of its own, and counts.
    const slot = [slots[correctedSlotName(field)], slots[field.id]].find(isFilled);
    const [phrase] = slotPhrases(slot);
    if (phrase === undefined) return [];
    // Entity resolution may fail (ER_ERROR_EXCEPTION, ER_ERROR_TIMEOUT) or be missing: the form knows its words too.
    const id =
      resolvedId(slot, valueIds(field, form.reasons)) ?? likelyValueIdOf(phrase, field, words);
    return [[field.id, { words: phrase, ...(id !== undefined && { id }) }]];
  });
  return Object.fromEntries(spoken);
}

function isFilled(slot: Slot | null | undefined): slot is Slot {
  return slotPhrases(slot).length > 0;
}

/**
 * The field whose value the caller rejects: "not billing". Models have a slot for it beside the field's own
 * (`notReason`). Whether that value is known does not matter: nobody who says "not" says yes. What is no name rejects
 * none: "it's not on me".
 */
export function rejectedField({ slots }: Intent, { form, words }: Reading): Field | undefined {
  return form.fields.find((field) =>
    slotPhrases(slots?.[rejectedSlotName(field)]).some(
      (phrase) => field.kind !== "name" || noNameIn(phrase, words.language) === undefined,
    ),
  );
}

/** Whether any value is rejected, whatever it is. */
export function rejectsAnything({ slots }: Intent, { fields }: CallForm): boolean {
  return fields.some((field) => slotPhrases(slots?.[rejectedSlotName(field)]).length > 0);
}

/** Whether something was said that Alexa could not make out: she writes "?". */
export function hasUnheard({ slots }: Intent): boolean {
  return Object.values(slots ?? {}).some((slot: Slot | null) =>
    [slot?.value, ...simpleValues(slot?.slotValue).map(({ value }) => value)].includes("?"),
  );
}

/** The ids that a field's slot can resolve to. */
function valueIds(field: Field, reasons: readonly string[]): readonly string[] {
  if (field.kind === "reason") return reasons;
  if (field.kind === "yes-no") return ["yes", "no"];
  return field.kind === "choice" ? field.choices : [];
}

/** Several authorities may answer (the model's own values, dynamic entities): the first match counts. */
export function resolvedId(slot: Slot | undefined, ids: readonly string[]): string | undefined {
  const [simple] = simpleValues(slot?.slotValue);
  const resolutions = slot?.resolutions ?? simple?.resolutions;
  const authorities = resolutions?.resolutionsPerAuthority ?? [];
  const matches = authorities.filter(({ status }) => status?.code === "ER_SUCCESS_MATCH");
  return matches
    .flatMap(({ values }) => (values ?? []).map(({ value }) => value.id))
    .find((id) => ids.includes(id));
}

/** The intent as the conversation has it: Alexa's own copy may hold an answer that was not taken. */
export function callIntentOf(conversation: Conversation, { fields }: CallForm): Intent {
  const slots = fields.map((field) => [field.id, slotOf(field, conversation)]);
  return { name: callIntentName, confirmationStatus: "NONE", slots: Object.fromEntries(slots) };
}

function slotOf({ id, kind }: Field, { answers, reason }: Conversation): Slot {
  const known = kind === "reason" ? reason && reasonSlotValue(reason) : answers[id];
  const value = known !== undefined && { value: String(known) };
  return { name: id, confirmationStatus: "NONE", ...value };
}
