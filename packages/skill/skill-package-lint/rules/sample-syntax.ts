import type { ModelRule } from "../rule.ts";
import { samplesOf } from "../samples.ts";

const maxLength = 200;

/** What Amazon lets stand in a sample: letters, spaces, slots, periods, apostrophes, hyphens, underscores. */
const allowed = /^[\p{L}\p{M}{}_ .'’-]+$/u;

/** How sample utterances are written: "Create Intents, Utterances, and Slots". */
export const sampleSyntax: ModelRule = {
  name: "sample-syntax",
  *check({ content }) {
    for (const [
      index,
      { name, samples = [] },
    ] of content.interactionModel.languageModel.intents.entries()) {
      if (samples.length > 0 || name.startsWith("AMAZON.")) continue;
      const path = ["interactionModel", "languageModel", "intents", index, "samples"];
      yield { path, message: `${name} has no samples: nobody can say it` };
    }
    for (const { text, path } of samplesOf(content))
      for (const message of mistakes(text)) yield { path, message: `"${text}" ${message}` };
  },
};

function* mistakes(text: string): Iterable<string> {
  if (text.trim() === "") yield "is empty";
  else if (/\d/.test(text)) yield "has digits; numbers are written as words";
  else if (!allowed.test(text)) yield "has a character that no sample may have";
  if (text !== text.trim() || text.includes("  ")) yield "has a space too many";
  if (text.length > maxLength) yield `is longer than ${maxLength} characters`;
  if (/[{}]/.test(text.replace(/\{\w+\}/g, ""))) yield "has a brace without its other half";
}
