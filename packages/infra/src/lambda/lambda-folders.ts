import { existsSync } from "node:fs";
import { join } from "node:path";
import { DeploymentError } from "../deployment/deployment-error.ts";

/** The packages that build a Lambda. */
export type LambdaPackage =
  | "skill"
  | "sma-handler"
  | "context-api"
  | "connect-handler"
  | "call-events";

/** The stacks' own Lambdas, by their folders in `src/lambda`: no call goes through them. */
const stackLambdas = ["audit-lines", "canary", "rehearsal", "voice-api"] as const;
export type StackLambda = (typeof stackLambdas)[number];

/** The folder of a built Lambda, which is deployed whole. */
export type LambdaFolders = (name: LambdaPackage | StackLambda) => string;

/**
 * What the packages of this repository built.
 * @throws {DeploymentError} when a package is not built
 */
export function builtLambdaFolders(packagesFolder: string): LambdaFolders {
  return (name) => {
    const folder = isOfStack(name) ? join("infra/dist/lambda", name) : join(name, "dist/lambda");
    if (existsSync(join(packagesFolder, folder, "index.mjs"))) return join(packagesFolder, folder);
    throw new DeploymentError([
      `packages/${folder}/index.mjs is not built; run: npx -y pnpm@12 build`,
    ]);
  };
}

function isOfStack(name: string): boolean {
  return stackLambdas.some((known) => known === name);
}
