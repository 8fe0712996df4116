import { fieldOf } from "./field-of.ts";
import type { RoutableContext, When } from "./routes.ts";
import type { Conditions } from "./rule-group.ts";

/** Whether a context has, in every field that is asked for, the value that is wanted, or one of them. */
export function whenMatches(when: When, context: RoutableContext): boolean {
  const conditions: Conditions = when;
  return Object.entries(conditions).every(([field, wanted]) =>
    [wanted].flat().includes(fieldOf(field, context)),
  );
}
