import type { CallForm } from "../form/call-form.ts";
import type { Field } from "../form/field.ts";

/** A TypeScript module with the type of the call contexts of a form, for whoever reads them. */
export function contextTypeOf(form: CallForm): string {
  const fields = form.fields.filter(({ kind }) => kind !== "reason");
  return [
    "// Generated from call-form.json. Do not edit: change the form, and run `pnpm skill:models`.",
    'import type { CallContext } from "@skill-call/call-context";',
    "",
    "/** The call context as the call form fills it. */",
    "export interface FormCallContext extends CallContext {",
    "  readonly reason: {",
    `    readonly id: ${union(form.reasons)};`,
    "    readonly text?: string;",
    "  };",
    ...fields.flatMap((field) => [
      ...commentOf(field),
      `  readonly ${field.id}${isThere(field) ? "" : "?"}: ${typeOf(field)};`,
    ]),
    "}",
    "",
  ].join("\n");
}

/** Who calls is always said, if only that it is a caller. */
function isThere({ id, required }: Field): boolean {
  return required || id === "callerName";
}

function typeOf(field: Field): string {
  if (field.kind === "number") return "number";
  if (field.kind === "yes-no") return "boolean";
  return field.kind === "choice" ? union(field.choices) : "string";
}

function commentOf({ kind }: Field): string[] {
  if (kind === "date") return ["  /** ISO 8601, such as `2026-01-31`. */"];
  return kind === "phone" ? ["  /** E.164. */"] : [];
}

function union(ids: readonly string[]): string {
  return ids.map((id) => JSON.stringify(id)).join(" | ");
}
