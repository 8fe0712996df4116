import type { Field, FieldKind } from "../form/field.ts";

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
