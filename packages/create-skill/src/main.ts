import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "@skill-call/terminal";
import { createCommand } from "./create-command.ts";

// The bundle stands beside what it copies (scripts/copy-materials.mjs).
const folder = dirname(fileURLToPath(import.meta.url));
const materials = {
  versions: JSON.parse(readFileSync(join(folder, "versions.json"), "utf8")),
  icons: join(folder, "icons"),
};

await runCommand({
  moduleUrl: import.meta.url,
  command: (output) => createCommand(output, process, materials),
});
