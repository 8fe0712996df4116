import type { OfferedField } from "@skill-call/call-console";
import { type CallForm, fieldLabelsOf } from "@skill-call/call-form";

/** What of a call context follows from a form, but for the reason. */
export function shownFields(form: CallForm): readonly OfferedField[] {
  return fieldLabelsOf(form, "en-US")
    .filter(({ kind }) => kind !== "reason")
    .map(({ id, label, sensitive, values }) => ({
      id,
      label,
      sensitive,
      choices: Object.entries(values).map(([value, name]) => ({ id: value, name })),
    }));
}
