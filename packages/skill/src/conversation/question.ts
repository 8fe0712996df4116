import type { CallForm, Field } from "@skill-call/call-form";

/** What the skill may be waiting for: a field of the form by its id, the caller's word to call, or a correction. */
export type Question = string;

/** The field that a question asks for; `undefined` for the two that ask for none. */
export function fieldAsked({ fields }: CallForm, question: Question): Field | undefined {
  return fields.find(({ id }) => id === question);
}

/** Whether these are words of a question of the form. */
export function isQuestion(form: CallForm, value: unknown): value is Question {
  return (
    value === "confirmation" || value === "change" || form.fields.some(({ id }) => id === value)
  );
}
