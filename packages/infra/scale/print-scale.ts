// `pnpm --filter @skill-call/infra scale`: the tables of docs/scale.md; with --write, into it.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withTables } from "@skill-call/terminal";
import { tables } from "./tables.ts";

const page = fileURLToPath(new URL("../../../docs/scale.md", import.meta.url));

if (process.argv.includes("--write")) {
  writeFileSync(page, withTables(readFileSync(page, "utf8"), tables));
} else {
  for (const [name, table] of Object.entries(tables))
    process.stdout.write(`${name}\n\n${table()}\n\n`);
}
