import {
  type CallForm,
  changeSlotName,
  correctedSlotName,
  everythingId,
} from "@skill-call/call-form";
import type { Intent } from "ask-sdk-model";
import { resolvedId } from "./call-intent.ts";
import { slotPhrases } from "./slot-phrases.ts";

/** What is to be changed. */
export type Change =
  | { readonly kind: "field"; readonly id: string }
  | { readonly kind: "everything" }
  /** Words that name no part: a new value, perhaps. */
  | { readonly kind: "words"; readonly words: string }
  /** The caller has not said what. */
  | { readonly kind: "something" };

export function readChange({ slots }: Intent, { fields }: CallForm): Change {
  const names = [correctedSlotName({ id: changeSlotName }), changeSlotName];
  const slot = names.map((name) => slots?.[name]).find((each) => slotPhrases(each).length > 0);
  const [words] = slotPhrases(slot);
  if (words === undefined) return { kind: "something" };
  const id = resolvedId(slot, [...fields.map((field) => field.id), everythingId]);
  if (id === everythingId) return { kind: "everything" };
  return id === undefined ? { kind: "words", words } : { kind: "field", id };
}
