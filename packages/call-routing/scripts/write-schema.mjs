// Writes the JSON Schema of ROUTES beside the built package, for editors and other programs.
import { writeFile } from "node:fs/promises";
import { routesJsonSchema } from "../dist/esm/index.js";

const text = JSON.stringify(routesJsonSchema, undefined, 2);
await writeFile(new URL("../dist/routes.schema.json", import.meta.url), `${text}\n`);
