// Installs what is missing before a script runs: everything, or what `pnpm demo` and its like need of it, a fifth.
// pnpm's own `verifyDepsBeforeRun` knows only everything.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
/** What pnpm says of its own installation. */
const modules = `${root}node_modules/.modules.yaml`;
/** The lockfile that a first call's installation was made by. */
const stamp = `${root}node_modules/.first-call`;

/** The packages of a first call; the root's own dependencies are what the published emulators bundle. */
const ofFirstCall = ["repository", "cli", "skill", "sma-handler", "connect-handler", "context-api"];

/** What the laptop's commands run on, unless everything is there anyway. */
export function installForFirstCall() {
  if (isWhole()) return installAll();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockfileHash()) return;
  process.stderr.write("Installing what a first call needs…\n");
  // Its integrity hashes stand in the lockfile; the whole installation checks that against pnpm's policies, too.
  const flags = ["--prod", "--frozen-lockfile", "--trust-lockfile", "--prefer-offline"];
  pnpm(["install", ...flags, ...ofFirstCall.map((name) => `--filter-prod=@skill-call/${name}...`)]);
  writeFileSync(stamp, lockfileHash());
}

/** Everything: tests, linters, the CDK. */
export function installAll() {
  if (!isWhole()) process.stderr.write("Installing everything…\n");
  pnpm(["install", "--prefer-offline"]);
}

function isWhole() {
  return existsSync(modules) && /"devDependencies": true/.test(readFileSync(modules, "utf8"));
}

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(`${root}pnpm-lock.yaml`))
    .digest("hex");
}

/** Quiet as long as it goes well. */
function pnpm(options) {
  const command = process.env.npm_execpath ?? "pnpm";
  const { status, stdout, stderr, error } = spawnSync(command, options, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}\nThe installation failed, see above.\n`);
  process.exit(1);
}
