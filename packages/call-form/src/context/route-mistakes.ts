import { pointerOf } from "../document/document-mistakes.ts";
import type { CallForm } from "../form/call-form.ts";
import type { Field } from "../form/field.ts";
import type { Mistake } from "../form/form-mistakes.ts";

/** The part of a ROUTES document that has to agree with the form. */
export interface FormRoutes {
  readonly rules: readonly { readonly when: Readonly<Record<string, unknown>> }[];
}

/** What the call context has without any form. */
const ofEveryContext = [
  "callerName",
  "accountId",
  "accountIdVerified",
  "callerNumber",
  "locale",
  "skillId",
  "callStarter",
];

/** Conditions that no call of this form will ever meet: unknown reasons, fields and choices. */
export function routeMistakes(form: CallForm, { rules }: FormRoutes): Mistake[] {
  return rules.flatMap(({ when }, index) =>
    Object.entries(when).flatMap(([key, condition]) =>
      [condition].flat().flatMap((value): Mistake[] => {
        const problem = problemOf(form, key, value);
        return problem ? [{ pointer: pointerOf(["rules", index, "when", key]), problem }] : [];
      }),
    ),
  );
}

function problemOf(form: CallForm, key: string, value: unknown): string | undefined {
  if (key === "reason")
    return form.reasons.includes(String(value))
      ? undefined
      : `"${value}" is not a reason of the form: no call will ever have it`;
  if (!key.startsWith("context.")) return undefined;
  const id = key.slice("context.".length);
  const field = form.fields.find((each) => each.id === id);
  if (!field) return ofEveryContext.includes(id) ? undefined : `"${id}" is not a field of the form`;
  return canBe(field, value) ? undefined : `${id} is never "${value}"`;
}

function canBe(field: Field, value: unknown): boolean {
  const text = String(value);
  if (field.kind === "choice") return field.choices.includes(text);
  if (field.kind === "yes-no") return text === "true" || text === "false";
  return field.kind !== "reason";
}
