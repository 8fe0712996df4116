import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The Nodes that are promised: the oldest, the one between, and the one that the Lambdas run on. */
export const majors = [20, 22, 24] as const;
export type Major = (typeof majors)[number];

export interface NodeBinary {
  readonly major: Major;
  /** Such as `v24.21.0`. */
  readonly version: string;
  readonly path: string;
}

/**
 * A Node of this major version: the one that runs this, or that of the registry's package `node`.
 * @throws {Error} when it cannot be had
 */
export async function nodeBinary(major: Major): Promise<NodeBinary> {
  if (process.version.startsWith(`v${major}.`)) {
    return { major, version: process.version, path: process.execPath };
  }
  const say = "process.execPath + ' ' + process.version";
  const args = ["-y", "--package", `node@${major}`, "--", "node", "-p", say];
  const { stdout } = await run("npx", args);
  const [path = "", version = ""] = stdout.trim().split(" ");
  return { major, version, path };
}
