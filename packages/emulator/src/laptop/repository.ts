import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LaptopError } from "./laptop-error.ts";

/** Where the repository's parts are that the laptop runs: built Lambdas and the interaction models. */
export interface Repository {
  /** Path of a built Lambda, by its package. */
  lambdaFile(packageName: "skill" | "sma-handler"): string;
  /** Folder with skill.json and the interaction models. */
  readonly skillPackage: string;
}

/**
 * Finds the repository around a module, from source as from the bundle.
 * @throws {LaptopError} `laptop.outside-repository`; from lambdaFile `laptop.not-built`
 */
export function findRepository(moduleUrl: string): Repository {
  const root = rootAbove(dirname(fileURLToPath(moduleUrl)));
  return {
    skillPackage: join(root, "skill-package"),
    lambdaFile: (packageName) => {
      const file = join(root, "packages", packageName, "dist", "lambda", "index.mjs");
      if (existsSync(file)) return file;
      throw new LaptopError(
        "laptop.not-built",
        `The Lambda of packages/${packageName} is not built. Run \`npx -y pnpm@12 build\` first.`,
      );
    },
  };
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent !== folder) return rootAbove(parent);
  throw new LaptopError(
    "laptop.outside-repository",
    "This command runs the repository's own Lambdas: run it inside a checkout of skill-call.",
  );
}
