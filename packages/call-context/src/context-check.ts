import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { CallContext } from "./call-context.ts";
import { callContextSchema } from "./call-context-schema.ts";

/** A team's schema for the fields that it adds; zod, valibot and others implement Standard Schema. */
export type TeamSchema = StandardSchemaV1;

/** The default: a team that adds no field. */
export type NoTeamFields = StandardSchemaV1<unknown, CallContext>;

/** The context that a store keeps: the base fields, and those of the team's schema. */
export type ContextOf<S extends TeamSchema> = CallContext & StandardSchemaV1.InferOutput<S>;

/** Makes the error for a field that does not fit. */
export type Misfit = (field: string, problem: string) => Error;

/**
 * Checks a context by the base schema and then by the team's, and answers it with its type.
 * @throws what `misfit` makes, for the first field that does not fit
 */
export async function checkContext<S extends TeamSchema>(
  context: unknown,
  schema: S | undefined,
  misfit: Misfit,
): Promise<ContextOf<S>> {
  const base = await validated(callContextSchema, context, misfit);
  // Zod's and valibot's own messages may quote the value, which is personal data: the field must do.
  const teamMisfit: Misfit = (field) => misfit(field, "does not fit the team's schema");
  const team = schema === undefined ? {} : await validated(schema, base, teamMisfit);
  return { ...base, ...(team as object) } as ContextOf<S>;
}

async function validated<S extends TeamSchema>(
  schema: S,
  value: unknown,
  misfit: Misfit,
): Promise<StandardSchemaV1.InferOutput<S>> {
  const result = await schema["~standard"].validate(value);
  if (!result.issues) return result.value;
  const [issue] = result.issues;
  throw misfit(fieldPath(issue?.path), issue?.message ?? "does not fit");
}

function fieldPath(path: StandardSchemaV1.Issue["path"] = []): string {
  const keys = path.map((segment) => (typeof segment === "object" ? segment.key : segment));
  const field = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  return field.join("").replace(/^\./, "") || "context";
}
