import { resolve } from "node:path";
import { placesInRepository } from "../skill-package-lint/places.ts";
import { packageSkill } from "./package-skill.ts";

// `pnpm skill:package`: the first argument is the repository's root, the others were typed.
const [repository = ".", ...args] = process.argv.slice(2);
const from = process.env.INIT_CWD ?? process.cwd();
const { lines, exitCode } = await packageSkill({
  places: placesInRepository(resolve(repository)),
  typed: "pnpm skill:package",
  from,
  args,
});
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = exitCode;
