// `pnpm schemas`: writes the JSON Schemas that editors complete by, and the reference of docs/call-form.md. A test
// compares both with the readers.
import { readFileSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "./json-schemas.ts";
import { reference } from "./reference.ts";

const page = "../../docs/call-form.md";

for (const [file, schema] of Object.entries(jsonSchemas()))
  writeFileSync(`schema/${file}`, `${JSON.stringify(schema, undefined, 2)}\n`);

const [before = ""] = readFileSync(page, "utf8").split("### call-form.json", 1);
writeFileSync(page, `${before}${reference()}`);
