import type { ModelRule } from "../rule.ts";
import { builtInSlotTypes } from "./built-in-slot-types.ts";

/** The type of every slot is built into Alexa in this locale or declared here; what is declared is used. */
export const slotTypes: ModelRule = {
  name: "slot-types",
  *check({ locale, content }) {
    const { intents, types = [] } = content.interactionModel.languageModel;
    const path = ["interactionModel", "languageModel"];
    const builtIn = builtInSlotTypes(locale);
    const declared = new Set(types.map((type) => type.name));
    const used = new Set<string | undefined>();

    for (const [index, { slots = [] }] of intents.entries()) {
      for (const [slotIndex, { name, type }] of slots.entries()) {
        used.add(type);
        if (type && (builtIn.has(type) || declared.has(type))) continue;
        const problem = type
          ? `"${type}" is neither a built-in slot type of ${locale} nor declared in types`
          : `slot "${name}" has no type`;
        yield { path: [...path, "intents", index, "slots", slotIndex, "type"], message: problem };
      }
    }
    for (const [index, { name }] of types.entries())
      if (!used.has(name))
        yield { path: [...path, "types", index, "name"], message: `no slot has type "${name}"` };
  },
};
