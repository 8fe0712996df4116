import type { Field, SpokenValue } from "@skill-call/call-form";
import { type Conversation, without, withoutAnswer } from "./conversation.ts";
import type { Heard } from "./heard.ts";

/** What the reason slot holds while a reason is known. */
export function reasonSlotValue({ id, text }: NonNullable<Conversation["reason"]>): string {
  return text ?? id;
}

/** Takes a reason that resolves; asks again with the choices, then takes the caller's own words. */
export function hearReason(conversation: Conversation, spoken: SpokenValue, field: Field): Heard {
  if (isKnown(conversation, spoken)) return { conversation, remarks: [] };
  const rest = withoutReason(conversation, field);
  if (spoken.id !== undefined) {
    return { conversation: { ...rest, reason: { id: spoken.id } }, remarks: [] };
  }
  return reasonUnclear(conversation, field, spoken.words);
}

/** Counts a try; the last one is taken as it is. Without words the agent will have to ask. */
export function reasonUnclear(conversation: Conversation, field: Field, words?: string): Heard {
  const { id, asked } = field;
  const rest = withoutReason(conversation, field);
  const tries = (conversation.tries[id] ?? 0) + 1;
  if (tries < asked) {
    return {
      conversation: { ...rest, tries: { ...rest.tries, [id]: tries } },
      remarks: [{ field: id, says: "unclear" }],
    };
  }
  if (words === undefined) {
    return { conversation: { ...rest, reason: { id: "other" } }, remarks: [] };
  }
  return {
    conversation: { ...rest, reason: { id: "other", text: words } },
    remarks: [{ field: id, says: "givenUp" }],
  };
}

function withoutReason(conversation: Conversation, { id }: Field): Conversation {
  return without(withoutAnswer(conversation, id), "reason");
}

function isKnown({ reason }: Conversation, spoken: SpokenValue): boolean {
  if (reason === undefined) return false;
  const sameId = spoken.id === reason.id && reason.text === undefined;
  return sameId || spoken.words === reasonSlotValue(reason);
}
