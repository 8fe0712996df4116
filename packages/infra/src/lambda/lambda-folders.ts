import { existsSync } from "node:fs";
import { join } from "node:path";
import { DeploymentError } from "../deployment/deployment-error.ts";

/** The packages that build a Lambda. */
export type LambdaPackage = "skill" | "sma-handler" | "context-api";

/** The folder of a package's built Lambda, which holds `index.mjs` and nothing else. */
export type LambdaFolders = (name: LambdaPackage) => string;

/**
 * What the packages of this repository built.
 * @throws {DeploymentError} when a package is not built
 */
export function builtLambdaFolders(packagesFolder: string): LambdaFolders {
  return (name) => {
    const folder = join(packagesFolder, name, "dist", "lambda");
    if (existsSync(join(folder, "index.mjs"))) return folder;
    throw new DeploymentError([
      `packages/${name}/dist/lambda/index.mjs is not built; run: npx -y pnpm@12 build`,
    ]);
  };
}
