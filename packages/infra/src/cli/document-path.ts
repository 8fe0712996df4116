import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** pnpm runs scripts in the package's folder; paths are the caller's. */
export const callersFolder = process.env.INIT_CWD ?? process.cwd();

/** The document that a command was given; else the package's own, and where there is none, the example. */
export function documentPath(given: string | undefined, packageFolder: string): string {
  if (given !== undefined) return resolve(callersFolder, given);
  const own = join(packageFolder, "deployment.json");
  return existsSync(own) ? own : join(packageFolder, "deployment.example.json");
}
