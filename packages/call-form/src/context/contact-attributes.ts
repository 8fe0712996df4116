import type { CallForm } from "../form/call-form.ts";

/** A call context as far as attributes are made of it. */
export type ContextValues = Readonly<Record<string, unknown>> & {
  readonly reason: { readonly id: string };
};

/**
 * The attributes of an Amazon Connect contact, which stand in contact records and reports: the reason's id and the
 * choices that are not sensitive; nothing that a caller said in words.
 */
export function contactAttributesOf(
  form: CallForm,
  context: ContextValues,
): Readonly<Record<string, string>> & { readonly reason: string } {
  const choices = form.fields.flatMap((field) => {
    const value = context[field.id];
    if (field.kind !== "choice" || field.sensitive || typeof value !== "string") return [];
    return field.choices.includes(value) ? [[field.id, value] as const] : [];
  });
  return { ...Object.fromEntries(choices), reason: context.reason.id };
}
