import * as v from "valibot";
import type { SlotTypeModel } from "../model/interaction-model.ts";

/** "Use Dynamic Entities for Customized Interactions", limits. */
const mostValues = 100;

const schema = v.object({
  updateBehavior: v.picklist(["REPLACE", "CLEAR"]),
  types: v.nullish(
    v.array(
      v.object({
        name: v.string(),
        values: v.array(
          v.object({
            id: v.nullish(v.string()),
            name: v.object({
              value: v.string(),
              synonyms: v.nullish(v.array(v.string())),
            }),
          }),
        ),
      }),
    ),
  ),
});

/** Values that a skill adds to its slot types until the session ends; none of them clears what was there. */
export type DynamicEntities = readonly SlotTypeModel[];

/** Reads `Dialog.UpdateDynamicEntities`, or says what is wrong with it. */
export function readDynamicEntities(
  raw: unknown,
): { readonly entities: DynamicEntities } | { readonly problem: string } {
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { problem: `${v.getDotPath(issue) ?? "the directive"}: ${issue.message}` };
  }
  const { updateBehavior, types } = parsed.output;
  if (updateBehavior === "CLEAR") return { entities: [] };
  const entities = (types ?? []).map(({ name, values }) => ({
    name,
    values: values.map(({ id, name: { value, synonyms } }) => ({
      id: id ?? value,
      value,
      synonyms: synonyms ?? [],
    })),
  }));
  const count = entities.flatMap(({ values }) =>
    values.flatMap(({ synonyms }) => ["value", ...synonyms]),
  ).length;
  return count > mostValues
    ? { problem: `there are ${count} values and synonyms; at most ${mostValues} are allowed` }
    : { entities };
}
