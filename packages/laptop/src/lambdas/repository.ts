import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NotBuiltError, OutsideRepositoryError } from "../errors.ts";

/** Where the repository's parts are that the laptop runs: built Lambdas and the interaction models. */
export interface Repository {
  /** Path of a built Lambda, by its package. */
  lambdaFile(packageName: "skill" | "sma-handler" | "connect-handler"): string;
  /** Path of a flow of Amazon Connect, as it is deployed. */
  flowFile(name: "callback" | "agent-whisper"): string;
  /** Path of the built context API, as a server for one machine. */
  contextApiFile(): string;
  /** Path of what the repository's skill asks; its words stand beside it. */
  readonly callFormFile: string;
  /** Folder with skill.json and the interaction models. */
  readonly skillPackage: string;
}

/**
 * Finds the repository around a module, from source as from the bundle; where the bundle is installed, the parts stand
 * beside it.
 * @throws {OutsideRepositoryError} when there is none; what is not built throws {NotBuiltError}
 */
export function findRepository(moduleUrl: string): Repository {
  const folder = dirname(fileURLToPath(moduleUrl));
  const parts = join(folder, "parts");
  return existsSync(parts) ? installedParts(parts, moduleUrl) : repositoryAt(rootAbove(folder));
}

/**
 * What the published command line carries with it (packages/published-cli/scripts/copy-parts.mjs); the skill is a package of
 * its own, the same that the project deploys.
 */
function installedParts(parts: string, moduleUrl: string): Repository {
  const manifest = createRequire(moduleUrl).resolve("@skill-call/skill/package.json");
  return {
    callFormFile: join(parts, "call-form.json"),
    skillPackage: join(parts, "skill-package"),
    flowFile: (name) => join(parts, "flows", `${name}.json`),
    lambdaFile: (name) =>
      name === "skill"
        ? join(dirname(manifest), "dist/lambda/index.mjs")
        : join(parts, name, "index.mjs"),
    contextApiFile: () => join(parts, "context-api/server.mjs"),
  };
}

function repositoryAt(root: string): Repository {
  const built = (packageName: string, ...path: readonly string[]) => {
    const file = join(root, "packages", packageName, "dist", ...path);
    if (existsSync(file)) return file;
    throw new NotBuiltError(packageName);
  };
  return {
    callFormFile: join(root, "call-form.json"),
    skillPackage: join(root, "skill-package"),
    flowFile: (name) => join(root, "packages/connect-handler/flows", `${name}.json`),
    lambdaFile: (packageName) => built(packageName, "lambda", "index.mjs"),
    contextApiFile: () => built("context-api", "server.mjs"),
  };
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent !== folder) return rootAbove(parent);
  throw new OutsideRepositoryError();
}
