import { repeated } from "../repeated.ts";
import type { ModelRule } from "../rule.ts";
import { type Sample, samplesOf, slotsIn } from "../samples.ts";

/** The slots in sample utterances: declared, once in a sample, and each can be filled somehow. */
export const sampleSlots: ModelRule = {
  name: "sample-slots",
  *check({ content }) {
    const samples = samplesOf(content);
    for (const sample of samples)
      for (const message of mistakes(sample))
        yield { path: sample.path, message: `"${sample.text}" ${message}` };

    for (const [index, intent] of content.interactionModel.languageModel.intents.entries()) {
      const filled = samples.filter((each) => each.intent === intent).map(({ text }) => text);
      const used = new Set(filled.flatMap(slotsIn));
      for (const [slotIndex, { name }] of (intent.slots ?? []).entries()) {
        const path = ["interactionModel", "languageModel", "intents", index, "slots", slotIndex];
        if (!used.has(name)) yield { path, message: `no sample fills slot "${name}"` };
      }
    }
  },
};

function* mistakes({ text, intent, slot }: Sample): Iterable<string> {
  const declared = new Set((intent.slots ?? []).map(({ name }) => name));
  const named = slotsIn(text);
  for (const name of named.filter((each) => !declared.has(each)))
    yield `names slot "${name}", which ${intent.name} does not declare`;
  for (const [, name] of repeated(named, (each) => each)) yield `has slot "${name}" twice`;
  if (slot && !named.includes(slot)) yield `answers for slot "${slot}" without naming it`;
}
