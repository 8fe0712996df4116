import type { When } from "./routes.ts";
import type { Conditions } from "./rule-group.ts";

/** A rule with lists is filed under each of their combinations, up to so many; what is over is compared. */
const mostCombinations = 64;

/**
 * The fields that a rule is filed by: as many of those it asks for as make few enough combinations; the one with the fewest
 * values always.
 */
export function filedFields(when: When): readonly string[] {
  const conditions: Conditions = when;
  const fields = Object.keys(conditions);
  const sizeOf = (field: string) => [conditions[field]].flat().length;
  if (!fields.some((field) => typeof conditions[field] === "object")) return fields;
  const filed: string[] = [];
  let combinations = 1;
  for (const field of fields.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    combinations *= sizeOf(field);
    if (filed.length > 0 && combinations > mostCombinations) break;
    filed.push(field);
  }
  return filed;
}
