import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { placesInProject } from "../skill-package-lint/places.ts";
import { runTools } from "./run-tools.ts";
import smapiSpec from "./smapi-spec.document.ts";

// `skill`, as other teams install it: the bundle stands beside what it reads.
const folder = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(folder, "../package.json"), "utf8"));

const { lines, exitCode } = await runTools({
  places: placesInProject(process.cwd(), { folder, smapiSpec }),
  from: process.env.INIT_CWD ?? process.cwd(),
  args: process.argv.slice(2),
  version,
});
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = exitCode;
