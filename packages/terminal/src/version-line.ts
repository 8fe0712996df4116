import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What a report of a mistake has to say: which package in which version and of which commit, on which Node.
 * @param moduleUrl of a module of the package, or of its bundle
 * @example versionLine(import.meta.url) // "@skill-call/cli 0.1.0 (7107a86b2), Node 20.20.2, linux x64"
 */
export function versionLine(moduleUrl: string): string {
  const folder = dirname(fileURLToPath(moduleUrl));
  const { name, version } = manifestAbove(folder);
  const commit = commitOfBuild(folder) ?? commitOfCheckout(folder);
  const built = commit === undefined ? "" : ` (${commit})`;
  const { versions, platform, arch } = process;
  return `${name} ${version}${built}, Node ${versions.node}, ${platform} ${arch}`;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

function manifestAbove(folder: string): Manifest {
  const file = join(folder, "package.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const parent = dirname(folder);
  return parent === folder ? { name: "skill-call", version: "unknown" } : manifestAbove(parent);
}

/** What is published has the commit beside its bundle: around it lies somebody else's repository. */
function commitOfBuild(folder: string): string | undefined {
  const file = join(folder, "commit.txt");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}

/** Of the checkout that the module stands in; nothing without git, or in a copy that has no history. */
function commitOfCheckout(folder: string): string | undefined {
  if (folder.includes("node_modules")) return undefined;
  try {
    const options = ["describe", "--always", "--dirty", "--abbrev=9", "--exclude=*"];
    const described = execFileSync("git", ["-C", folder, ...options], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return described.trim();
  } catch {
    return undefined;
  }
}
