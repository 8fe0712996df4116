import type { StandardSchemaV1 } from "@standard-schema/spec";
import * as v from "valibot";
import { isAccountId } from "../answers/account-id.ts";
import type { CallForm } from "../form/call-form.ts";
import type { Field } from "../form/field.ts";

/** The fields of a call context that follow a form: who calls is `callerName`, why is `reason.id`. */
export type FormFields = Readonly<Record<string, unknown>> & {
  readonly callerName: string;
  readonly reason: { readonly id: string; readonly text?: string };
};

/**
 * A Standard Schema of what a form adds to the call context, for `createCallContextStore({ schema })`. It checks,
 * does not transform, and lets other fields pass. No message quotes a value.
 */
export function contextSchemaOf(form: CallForm): StandardSchemaV1<unknown, FormFields> {
  const entries = Object.fromEntries(
    form.fields
      .filter(({ kind }) => kind !== "reason")
      .map((field) => [
        field.id,
        field.required ? valueSchema(field) : v.exactOptional(valueSchema(field)),
      ]),
  );
  return v.looseObject({
    ...entries,
    callerName: nonEmpty,
    reason: v.looseObject({
      id: v.picklist(form.reasons, `must be one of ${form.reasons.join(", ")}`),
      text: v.exactOptional(v.string("must be a string")),
    }),
  });
}

function valueSchema(field: Field): v.GenericSchema {
  switch (field.kind) {
    case "account-id":
      return text((value) => isAccountId(value, field.check), "must be an account ID of the form");
    case "choice":
      return v.picklist(field.choices, `must be one of ${field.choices.join(", ")}`);
    case "date":
      return text((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), "must be a day such as 2026-01-31");
    case "phone":
      return text((value) => /^\+[1-9]\d{1,14}$/.test(value), "must be an E.164 number");
    case "number":
      return v.pipe(v.number("must be a number"), v.finite("must be a number"));
    case "yes-no":
      return v.boolean("must be true or false");
    default:
      return nonEmpty;
  }
}

const nonEmpty = v.pipe(v.string("must be a string"), v.nonEmpty("must not be empty"));

function text(fits: (value: string) => boolean, message: string): v.GenericSchema {
  return v.pipe(v.string("must be a string"), v.check(fits, message));
}
