import { dialogIntents, dialogSlots } from "../dialog.ts";
import { repeated } from "../repeated.ts";
import type { ModelRule } from "../rule.ts";

/** The dialog model speaks of intents and slots that the language model has, with the same types. */
export const dialogReferences: ModelRule = {
  name: "dialog-references",
  *check({ content }) {
    const { intents } = content.interactionModel.languageModel;
    const declared = new Map(intents.map((intent) => [intent.name, intent.slots ?? []]));

    for (const { intent, path } of dialogIntents(content)) {
      if (!declared.has(intent.name))
        yield { path: [...path, "name"], message: `there is no intent "${intent.name}"` };
      for (const [index, { name }] of repeated(intent.slots ?? [], (slot) => slot.name))
        yield { path: [...path, "slots", index, "name"], message: `slot "${name}" stands twice` };
    }
    for (const { slot, intent, path } of dialogSlots(content)) {
      const slots = declared.get(intent.name);
      const type = slots?.find(({ name }) => name === slot.name)?.type;
      if (slots && !type)
        yield { path: [...path, "name"], message: `${intent.name} has no slot "${slot.name}"` };
      else if (type && type !== slot.type)
        yield {
          path: [...path, "type"],
          message: `slot "${slot.name}" is of type ${type} in the language model, not ${slot.type}`,
        };
    }
  },
};
