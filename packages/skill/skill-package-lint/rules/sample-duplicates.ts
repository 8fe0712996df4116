import type { ModelRule } from "../rule.ts";
import { type Sample, samplesOf } from "../samples.ts";
import { spokenForm } from "../spoken-form.ts";

/** No utterance stands for two intents, nor twice for one: Alexa could not tell which is meant. */
export const sampleDuplicates: ModelRule = {
  name: "sample-duplicates",
  *check({ content }) {
    const first = new Map<string, Sample>();
    for (const sample of samplesOf(content)) {
      const key = utterance(sample);
      const earlier = first.get(key) ?? first.get(withoutContext(key));
      if (!earlier) first.set(key, sample);
      else
        yield {
          path: sample.path,
          message: `"${sample.text}" says the same as "${earlier.text}" of ${earlier.intent.name}`,
        };
    }
  },
};

/** What Alexa hears: slots count by their type, and a slot's own samples only while it is asked for. */
function utterance({ text, intent, slot }: Sample): string {
  const typeOf = (name: string) => intent.slots?.find((each) => each.name === name)?.type ?? name;
  const spoken = spokenForm(text.replace(/\{(\w+)\}/g, (_, name) => `{${typeOf(name)}}`));
  return slot ? `${intent.name}.${slot}|${spoken}` : `|${spoken}`;
}

/** A slot's sample that the whole intent has already adds nothing. */
function withoutContext(key: string): string {
  return key.slice(key.indexOf("|"));
}
