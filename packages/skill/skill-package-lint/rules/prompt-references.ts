import { type PromptUse, promptUses } from "../prompt-uses.ts";
import { repeated } from "../repeated.ts";
import type { ModelRule } from "../rule.ts";
import { slotsIn } from "../samples.ts";
import type { Prompt } from "../skill-package.ts";

/** Every prompt that the dialog model asks for is there, every prompt is asked for, and its slots exist. */
export const promptReferences: ModelRule = {
  name: "prompt-references",
  *check({ content }) {
    const prompts = content.interactionModel.prompts ?? [];
    const uses = promptUses(content);
    for (const use of uses)
      for (const message of mistakes(use, prompts)) yield { path: use.path, message };

    const used = new Set(uses.map(({ id }) => id));
    const at = (index: number) => ["interactionModel", "prompts", index, "id"];
    for (const [index, { id }] of prompts.entries())
      if (!used.has(id)) yield { path: at(index), message: `nothing asks for prompt "${id}"` };
    for (const [index, { id }] of repeated(prompts, (prompt) => prompt.id))
      yield { path: at(index), message: `prompt "${id}" stands twice` };
  },
};

function* mistakes({ id, required, slots }: PromptUse, prompts: readonly Prompt[]) {
  if (id === undefined) {
    if (required) yield "a prompt is needed here";
    return;
  }
  const prompt = prompts.find((each) => each.id === id);
  if (!prompt) yield `there is no prompt "${id}"`;
  const spoken = prompt?.variations.flatMap(({ value }) => slotsIn(value ?? "")) ?? [];
  for (const name of new Set(spoken))
    if (!slots.includes(name)) yield `prompt "${id}" names slot "${name}", which is not there`;
}
