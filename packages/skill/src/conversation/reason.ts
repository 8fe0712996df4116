import type { ReasonId } from "../call-reasons.ts";
import { type Conversation, without } from "./conversation.ts";
import type { Heard } from "./heard.ts";

/** A reason as it was said, and the id that it resolved to, if any. */
export interface SpokenReason {
  readonly words: string;
  readonly id?: ReasonId;
}

/** What the reason slot holds while a reason is known. */
export function reasonSlotValue({ id, text }: NonNullable<Conversation["reason"]>): string {
  return text ?? id;
}

/** Takes a reason that resolves; asks again once with the choices, then takes the caller's own words. */
export function hearReason(conversation: Conversation, spoken: SpokenReason | undefined): Heard {
  if (spoken === undefined || isKnown(conversation, spoken)) return { conversation, remarks: [] };
  const rest = without(conversation, "reason", "reasonTries");
  if (spoken.id !== undefined) {
    return { conversation: { ...rest, reason: { id: spoken.id } }, remarks: [] };
  }
  return reasonUnclear(conversation, spoken.words);
}

/** Counts a try; the second one is taken as it is. Without words the agent will have to ask. */
export function reasonUnclear(conversation: Conversation, words?: string): Heard {
  const rest = without(conversation, "reason", "reasonTries");
  if (!conversation.reasonTries) {
    return { conversation: { ...rest, reasonTries: 1 }, remarks: ["reason-unclear"] };
  }
  if (words === undefined) {
    return { conversation: { ...rest, reason: { id: "other" } }, remarks: [] };
  }
  const reason = { id: "other", text: words } as const;
  return { conversation: { ...rest, reason }, remarks: ["reason-in-own-words"] };
}

function isKnown({ reason }: Conversation, spoken: SpokenReason): boolean {
  if (reason === undefined) return false;
  const sameId = spoken.id === reason.id && reason.text === undefined;
  return sameId || spoken.words === reasonSlotValue(reason);
}
