import type { CallForm } from "../form/call-form.ts";
import type { FieldKind } from "../form/field.ts";
import { wordsFor } from "../form/words-for.ts";

/** How a page shows one field of the call context. */
export interface FieldLabel {
  readonly id: string;
  readonly kind: FieldKind;
  readonly label: string;
  /** To be shown masked until somebody asks for it. */
  readonly sensitive: boolean;
  /** The names of its values by their ids, where it has a list of them. */
  readonly values: Readonly<Record<string, string>>;
}

/** The fields of a form in its order, as an agent's page shows them in a locale. */
export function fieldLabelsOf(form: CallForm, locale?: string): FieldLabel[] {
  const words = wordsFor(form, locale);
  return form.fields.map((field) => {
    const { id, kind, sensitive } = field;
    const values = field.kind === "reason" ? words.reasons : words.fields[id]?.choices;
    const names = Object.entries(values ?? {}).map(([value, { name }]) => [value, name]);
    const label = words.fields[id]?.label ?? id;
    return { id, kind, label, sensitive, values: Object.fromEntries(names) };
  });
}

/** What a log, a list or a passer-by may see of a sensitive value: its last two characters. */
export function maskedValue(value: string | number | boolean): string {
  const text = String(value);
  return text.length > 4 ? `••••${text.slice(-2)}` : "••••";
}
