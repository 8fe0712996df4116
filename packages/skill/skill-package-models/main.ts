// `pnpm skill:models`: writes the interaction models that follow from call-form.json and words/. The argument is the
// repository's root.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCallFormFile } from "@skill-call/call-form/files";
import { generatedModels } from "./generated-models.ts";

const [repository = "."] = process.argv.slice(2);
const form = readCallFormFile(join(repository, "call-form.json"));
for (const [locale, model] of generatedModels(form)) {
  const file = `skill-package/interactionModels/custom/${locale}.json`;
  writeFileSync(join(repository, file), `${JSON.stringify(model, undefined, 2)}\n`);
  process.stdout.write(`${file}\n`);
}
