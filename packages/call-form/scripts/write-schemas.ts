// `pnpm schemas`: writes the JSON Schemas that editors complete by; a test compares them with the readers.
import { writeFileSync } from "node:fs";
import { jsonSchemas } from "./json-schemas.ts";

for (const [file, schema] of Object.entries(jsonSchemas()))
  writeFileSync(`schema/${file}`, `${JSON.stringify(schema, undefined, 2)}\n`);
