import type { PackageRule } from "../rule.ts";
import { languageOf, safetySamples } from "../safety-phrases.ts";
import type { LocaleModel } from "../skill-package.ts";

/** Every model has the phrases of its language as samples, and no others: a caller who calls for help is heard. */
export const safetySamplesRule: PackageRule = {
  name: "safety-samples",
  *check({ models, safetyPhrases }) {
    for (const model of models) {
      const language = languageOf(model.locale);
      const phrases = safetyPhrases.find((each) => each.language === language);
      if (phrases)
        for (const problem of differences(model, safetySamples(phrases.content)))
          yield { file: model.file, ...problem };
      else
        yield { file: model.file, path: [], message: `there are no safety phrases in ${language}` };
    }
  },
};

function* differences({ content }: LocaleModel, expected: ReturnType<typeof safetySamples>) {
  const { intents } = content.interactionModel.languageModel;
  for (const [name, samples] of Object.entries(expected)) {
    const found = new Set(intents.find((intent) => intent.name === name)?.samples);
    const missing = samples.filter((sample) => !found.delete(sample));
    const path = ["interactionModel", "languageModel", "intents"];
    const counts = `${missing.length} phrases are missing and ${found.size} are not among the phrases`;
    if (missing.length > 0 || found.size > 0)
      yield { path, message: `${name}: ${counts}; \`skill:models\` mends it` };
  }
}
