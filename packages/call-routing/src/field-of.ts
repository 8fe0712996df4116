import type { RoutableContext } from "./routes.ts";

const teamPrefix = "context.";

/** The name of a team's own field, from `context.<field>`; `undefined` for one that every context has. */
export function teamFieldName(field: string): string | undefined {
  return field.startsWith(teamPrefix) ? field.slice(teamPrefix.length) : undefined;
}

/**
 * What a context holds in a field of a rule's `when`, as it is compared: a team's number as it is written, as
 * values of ROUTES are texts and flags. `undefined` for what no value can equal.
 */
export function fieldOf(field: string, context: RoutableContext): string | boolean | undefined {
  const value = valueIn(field, context);
  if (typeof value === "number") return String(value);
  return typeof value === "string" || typeof value === "boolean" ? value : undefined;
}

function valueIn(field: string, context: RoutableContext): unknown {
  switch (field) {
    case "reason":
      return context.reason.id;
    case "locale":
    case "callStarter":
    case "skillId":
    case "accountIdVerified":
      return context[field];
    default:
      return ownField(context, teamFieldName(field) ?? "");
  }
}

function ownField(context: object, name: string): unknown {
  return Object.hasOwn(context, name) ? Reflect.get(context, name) : undefined;
}
