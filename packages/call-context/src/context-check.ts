import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { CallContext } from "./call-context.ts";
import { callContextSchema } from "./call-context-schema.ts";
import type { Misfit } from "./errors.ts";

/** A team's schema for the fields that it adds; zod, valibot and others implement Standard Schema. */
export type TeamSchema = StandardSchemaV1;

/** The default: a team that adds no field. */
export type NoTeamFields = StandardSchemaV1<unknown, CallContext>;

/** The context that a store keeps: the base fields, and those of the team's schema. */
export type ContextOf<S extends TeamSchema> = CallContext & StandardSchemaV1.InferOutput<S>;

/**
 * Checks a context by the base schema and then by the team's, and answers it with its type, or all places that do not fit.
 */
export async function checkContext<S extends TeamSchema>(
  context: unknown,
  schema: S | undefined,
): Promise<Checked<ContextOf<S>>> {
  const base = await callContextSchema["~standard"].validate(context);
  if (base.issues) return { misfits: base.issues.map(misfitOf) };
  if (schema === undefined) return { context: base.value as ContextOf<S> };
  const team = await teamFields(schema, base.value);
  if ("misfits" in team) return team;
  return { context: { ...base.value, ...(team.context as object) } as ContextOf<S> };
}

/** A context that fits, or all places that do not. */
export type Checked<C> = { readonly context: C } | { readonly misfits: readonly Misfit[] };

/** A strict schema that names the team's own fields and no other gets those alone. */
async function teamFields(schema: TeamSchema, base: CallContext): Promise<Checked<unknown>> {
  const whole = await schema["~standard"].validate(base);
  if (!whole.issues) return { context: whole.value };
  const isOwn = (name: string) => !(name in callContextSchema.entries);
  const own = Object.fromEntries(Object.entries(base).filter(([name]) => isOwn(name)));
  const alone = await schema["~standard"].validate(own);
  if (!alone.issues) return { context: alone.value };
  const issues = alone.issues.length < whole.issues.length ? alone.issues : whole.issues;
  return { misfits: issues.map(teamMisfitOf) };
}

type Issue = StandardSchemaV1.Issue;

/** The base schema's messages are our own. */
function misfitOf({ path, message }: Issue): Misfit {
  return { field: fieldPath(path), problem: message };
}

/** Zod's and valibot's own messages may quote the value, which is personal data: what they expected is the schema's. */
function teamMisfitOf(issue: Issue): Misfit {
  const expected = "expected" in issue && typeof issue.expected === "string" && issue.expected;
  const problem = "does not fit the team's schema";
  return {
    field: fieldPath(issue.path),
    problem: expected ? `${problem}: expected ${expected}` : problem,
  };
}

function fieldPath(path: Issue["path"] = []): string {
  const keys = path.map((segment) => (typeof segment === "object" ? segment.key : segment));
  const field = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  return field.join("").replace(/^\./, "") || "context";
}
