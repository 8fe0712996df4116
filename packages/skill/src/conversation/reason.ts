import type { Field, SpokenValue } from "@skill-call/call-form";
import { type Conversation, takenBack, without } from "./conversation.ts";
import type { Heard } from "./heard.ts";

/** What the reason slot holds while a reason is known. */
export function reasonSlotValue({ id, text }: NonNullable<Conversation["reason"]>): string {
  return text ?? id;
}

/**
 * Takes a reason that resolves; asks again with the choices, then takes the caller's own words. One that does not
 * resolve and comes before it is asked for (`isTurn`) waits until then: nobody is asked two things at once.
 */
export function hearReason(
  conversation: Conversation,
  spoken: SpokenValue,
  { field, isTurn }: { readonly field: Field; readonly isTurn: boolean },
): Heard {
  if (isKnown(conversation, spoken)) return { conversation, remarks: [] };
  if (spoken.id === undefined && conversation.reason === undefined && !isTurn)
    return { conversation: { ...conversation, reasonSaid: spoken.words }, remarks: [] };
  const rest = takenBack(conversation, field);
  if (spoken.id !== undefined) {
    return { conversation: { ...rest, reason: { id: spoken.id } }, remarks: [] };
  }
  return reasonUnclear(conversation, field, spoken.words);
}

/** Counts a try; the last one is taken as it is. Without words the agent will have to ask. */
export function reasonUnclear(
  conversation: Conversation,
  field: Field,
  words: string | undefined = conversation.reasonSaid,
): Heard {
  const { id, asked } = field;
  const kept = takenBack(conversation, field);
  const rest = words === undefined ? kept : { ...kept, reasonSaid: words };
  const tries = (conversation.tries[id] ?? 0) + 1;
  if (tries < asked) {
    return {
      conversation: { ...rest, tries: { ...rest.tries, [id]: tries } },
      remarks: [{ field: id, says: "unclear" }],
    };
  }
  return {
    conversation: { ...without(rest, "reasonSaid"), reason: otherReason(words) },
    remarks: words === undefined ? [] : [{ field: id, says: "givenUp" }],
  };
}

/** A reason that is not one of the form's. */
export function otherReason(words: string | undefined): NonNullable<Conversation["reason"]> {
  return { id: "other", ...(words !== undefined && { text: words }) };
}

/** The reason is asked for: what was said of it before is asked about now. */
export function turnOfReason(conversation: Conversation, field: Field): Heard {
  const { reasonSaid, tries } = conversation;
  if (reasonSaid === undefined || tries[field.id] !== undefined)
    return { conversation, remarks: [] };
  return reasonUnclear(conversation, field);
}

function isKnown({ reason }: Conversation, spoken: SpokenValue): boolean {
  if (reason === undefined) return false;
  const sameId = spoken.id === reason.id && reason.text === undefined;
  return sameId || spoken.words === reasonSlotValue(reason);
}
