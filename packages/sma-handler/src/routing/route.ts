import type { CallContext } from "@skill-call/call-context";
import type { Condition, ConditionField, Destination, Routes, Rule } from "./routes.ts";

/** Index of the rule in the ROUTES document, or `otherwise`. */
export type RuleName = number | "otherwise";

/** Where a call goes, and the rule that says so. */
export interface Route {
  readonly rule: RuleName;
  readonly destinations: readonly Destination[];
}

/** Picks the destinations of a call: those of the first rule that matches, else `otherwise`. */
export function route(context: CallContext | undefined, routes: Routes): Route {
  const index = context ? routes.rules.findIndex((rule) => matches(rule, context)) : -1;
  const rule: RuleName = index < 0 ? "otherwise" : index;
  return { rule, destinations: destinationsOf(rule, routes) };
}

/** The destinations of a rule; none where the document no longer has it (it was changed during the call). */
export function destinationsOf(rule: RuleName, routes: Routes): readonly Destination[] {
  return rule === "otherwise" ? routes.otherwise : (routes.rules[rule]?.to ?? []);
}

function matches(rule: Rule, context: CallContext): boolean {
  return rule.when.every((condition) => holds(condition, context));
}

function holds({ field, anyOf }: Condition, context: CallContext): boolean {
  const value = fieldOf(field, context);
  // A team's numeric field is compared as it is written: ROUTES values are strings and booleans.
  const comparable = typeof value === "number" ? String(value) : value;
  return anyOf.some((wanted) => wanted === comparable);
}

function fieldOf(field: ConditionField, context: CallContext): unknown {
  switch (field) {
    case "reason":
      return context.reason.id;
    case "locale":
    case "callStarter":
    case "skillId":
    case "accountIdVerified":
      return context[field];
    default:
      return teamField(context, field.slice("context.".length));
  }
}

function teamField(context: object, name: string): unknown {
  return Object.hasOwn(context, name) ? Reflect.get(context, name) : undefined;
}
