import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Peer } from "@skill-call/test-peers";
import { ownEnvironment } from "./run.ts";
import type { TeamProject } from "./team-project.ts";

/** A program of the npm registry, in a team's project. */
export interface NpmPeer extends Peer {
  /** From the project's folder. */
  readonly command: string;
}

interface NpmPackages {
  readonly name: string;
  readonly packages: readonly string[];
  /** Below `node_modules`. */
  readonly program: string;
}

/** Installs a program into the project; where the registry does not give it, or it does not start, it is missing. */
export function installPeer(
  { folder }: Pick<TeamProject, "folder">,
  { name, packages, program }: NpmPackages,
): NpmPeer {
  const command = join("node_modules", program);
  const options = { cwd: folder, env: ownEnvironment() };
  const quietly = ["--prefer-offline", "--no-audit", "--no-fund"];
  spawnSync("npm", ["install", ...quietly, ...packages], options);
  const isThere = spawnSync(join(folder, command), ["--version"], options).status === 0;
  return {
    name,
    command,
    installedBy: `npm install ${packages.join(" ")}`,
    isInstalled: () => isThere,
  };
}
