import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { languageOf, safetySamples } from "../skill-package-lint/safety-phrases.ts";

// `pnpm safety:samples`: writes the safety phrases into every interaction model. The argument is the repository's root.
const [repository = "."] = process.argv.slice(2);
const models = join(repository, "skill-package/interactionModels/custom");
const phrases = join(repository, "packages/skill/safety-phrases");

for (const name of await readdir(models)) {
  const file = join(models, name);
  const model = JSON.parse(await readFile(file, "utf8"));
  const language = languageOf(basename(name, ".json"));
  const samples = safetySamples(
    JSON.parse(await readFile(join(phrases, `${language}.json`), "utf8")),
  );
  const { languageModel } = model.interactionModel;
  const own = Object.entries(samples).map(([intent, those]) => ({
    name: intent,
    slots: [],
    samples: those,
  }));
  const others = languageModel.intents.filter(
    (intent: { name: string }) => !(intent.name in samples),
  );
  const builtIn = others.findIndex((intent: { name: string }) => intent.name.startsWith("AMAZON."));
  languageModel.intents = others.toSpliced(builtIn, 0, ...own);
  await writeFile(file, `${JSON.stringify(model, null, 2)}\n`);
}
