import type { Field, FieldKind } from "../form/field.ts";
import { correctedSlotName, rejectedSlotName } from "../intents.ts";

/** Alexa's own types, which know how their values are said. */
const builtIn: Readonly<Partial<Record<FieldKind, string>>> = {
  name: "AMAZON.FirstName",
  "account-id": "AMAZON.AlphaNumeric",
  date: "AMAZON.DATE",
  number: "AMAZON.NUMBER",
  phone: "AMAZON.PhoneNumber",
  words: "AMAZON.SearchQuery",
};

/** The slot type of a field: Alexa's own, or one of the form with the values of the field. */
export function slotTypeOf({ id, kind }: Field): string {
  if (kind === "reason") return "CallReason";
  if (kind === "yes-no") return "YesOrNo";
  return builtIn[kind] ?? `${id.charAt(0).toUpperCase()}${id.slice(1)}Choice`;
}

/** Takes any words: only one such slot may stand in a sample, and no other beside it. */
export function takesAnyWords({ kind }: Field): boolean {
  return kind === "words";
}

/** Values that are told from all else by how they look, or because the form knows them: they can stand alone. */
export const standAlone: readonly FieldKind[] = ["reason", "choice", "account-id", "date"];

/** Values that can be corrected without a name: "no it's {…}". */
export function canBeCorrected({ kind }: Field): boolean {
  return standAlone.includes(kind) || kind === "name" || kind === "phone";
}

/** The slot for a value behind a bare "no"; only where such values are taken. */
export function correctedSlot(field: Field): string | undefined {
  return canBeCorrected(field) ? correctedSlotName(field) : undefined;
}

/** The slot for a value that somebody does not mean: "not billing, sales"; only where values are words. */
export function rejectedSlot(field: Field): string | undefined {
  const { kind } = field;
  const isWords = kind === "name" || kind === "reason" || kind === "choice";
  return isWords ? rejectedSlotName(field) : undefined;
}
