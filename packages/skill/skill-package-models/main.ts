// `pnpm skill:models`: writes what follows from call-form.json and words/: the interaction models, the manifest's
// permission to read a given name, and, for this form and those of examples/, the type of the call context. The argument
// is the repository's root.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contextTypeOf } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import { writeModels } from "./write-models.ts";

const [repository = "."] = process.argv.slice(2);
for (const file of writeModels(repository, readCallFormFile(join(repository, "call-form.json"))))
  process.stdout.write(`${file}\n`);

const examples = readdirSync(join(repository, "examples")).map((name) => join("examples", name));
for (const folder of [".", ...examples]) {
  const type = contextTypeOf(readCallFormFile(join(repository, folder, "call-form.json")));
  writeFileSync(join(repository, folder, "form-call-context.ts"), type);
}
