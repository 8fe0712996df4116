import type { ModelRule } from "../rule.ts";
import { type Sample, samplesOf, slotsIn } from "../samples.ts";

/** AMAZON.SearchQuery takes any words, so it needs words of the sample's own around it and no slot beside it. */
export const searchQuery: ModelRule = {
  name: "search-query",
  *check({ content }) {
    for (const sample of samplesOf(content))
      for (const message of mistakes(sample))
        yield { path: sample.path, message: `"${sample.text}" ${message}` };
  },
};

function* mistakes({ text, intent, slot }: Sample): Iterable<string> {
  const slots = slotsIn(text);
  const queries = (intent.slots ?? []).filter(
    ({ name, type }) => type === "AMAZON.SearchQuery" && slots.includes(name),
  );
  if (queries.length === 0) return;
  if (slots.length > 1) yield "has another slot beside an AMAZON.SearchQuery";
  const carrierPhrase = text.replace(/\{\w*\}/g, "").trim();
  if (carrierPhrase === "" && !slot) yield "is an AMAZON.SearchQuery without a carrier phrase";
}
