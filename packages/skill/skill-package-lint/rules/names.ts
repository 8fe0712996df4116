import type { JsonPath } from "../finding.ts";
import { repeated } from "../repeated.ts";
import type { ModelRule, Problem } from "../rule.ts";

/** Letters and underscores, no digits: "Create Intents, Utterances, and Slots". */
const allowed = /^[A-Za-z_]+$/;

interface Named {
  readonly name?: string;
}

/** Names of intents, slots and custom slot types: their characters, and that none stands twice. */
export const names: ModelRule = {
  name: "names",
  *check({ content }) {
    const { intents, types = [] } = content.interactionModel.languageModel;
    const path = ["interactionModel", "languageModel"];
    yield* mistakesIn(intents, [...path, "intents"]);
    for (const [index, { slots = [] }] of intents.entries())
      yield* mistakesIn(slots, [...path, "intents", index, "slots"]);
    yield* mistakesIn(types, [...path, "types"]);
  },
};

function* mistakesIn(items: readonly Named[], path: JsonPath): Iterable<Problem> {
  for (const [index, { name = "" }] of items.entries())
    if (!name.startsWith("AMAZON.") && !allowed.test(name))
      yield {
        path: [...path, index, "name"],
        message: `"${name}" has other characters than letters and underscores`,
      };
  for (const [index, { name = "" }] of repeated(items, (item) => item.name?.toLowerCase() ?? ""))
    yield { path: [...path, index, "name"], message: `"${name}" stands twice` };
}
