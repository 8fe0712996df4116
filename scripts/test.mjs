// Runs every package's tests with turbo and closes with the sum over all packages:
//   N passed, N failed[, N skipped]
// Arguments go to turbo: `pnpm test --filter=@skill-call/skill`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const packagesFolder = fileURLToPath(new URL("../packages/", import.meta.url));

/** The counts that scripts/jest-counts-reporter.mjs leaves behind; turbo restores them from its cache. */
function countsFile(name) {
  return `${packagesFolder}${name}/reports/tests.json`;
}

const packages = readdirSync(packagesFolder);
for (const name of packages) rmSync(countsFile(name), { force: true });

const { status } = spawnSync(
  "turbo",
  [
    "run",
    "test",
    "--continue",
    "--output-logs=new-only",
    // Calls have deadlines: more test runs than cores at once would make them late.
    `--concurrency=${availableParallelism()}`,
    ...process.argv.slice(2),
  ],
  { stdio: "inherit" },
);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const file of packages.map(countsFile).filter((path) => existsSync(path))) {
  const counts = JSON.parse(readFileSync(file, "utf8"));
  for (const key of Object.keys(total)) total[key] += counts[key];
}

// A task that broke before jest could count still fails the run.
const failed = status !== 0 || total.passed === 0;
if (failed && total.failed === 0) total.failed = 1;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = failed ? 1 : 0;
