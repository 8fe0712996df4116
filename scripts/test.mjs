// Runs the tests of scripts/, every package's tests with turbo, and closes with the sum over all:
//   N passed, N failed[, N skipped]
// Arguments go to turbo, and leave out the tests of scripts/: `pnpm test --filter=@skill-call/skill`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { installAll } from "./install.mjs";
import { withoutTelemetry } from "./without-telemetry.mjs";

installAll();

const scriptsFolder = fileURLToPath(new URL("./", import.meta.url));
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
    // One more than cores: a run waits half of its time, for browsers, sockets and other processes. Calls have
    // deadlines, and many more at once would make them late.
    `--concurrency=${availableParallelism() + 1}`,
    ...process.argv.slice(2),
  ],
  { stdio: "inherit", env: withoutTelemetry(process.env) },
);

/** The house's own tests, such as those of the wall between its rooms. */
function scriptCounts() {
  const tests = readdirSync(scriptsFolder).filter((name) => name.endsWith(".test.mjs"));
  const files = tests.map((name) => `${scriptsFolder}${name}`);
  const { stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=tap", ...files], {
    encoding: "utf8",
  });
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(stdout)?.[1] ?? 0);
  const counts = { passed: count("pass"), failed: count("fail"), skipped: count("skipped") };
  // Nothing that passed: not even the files could be read.
  if (counts.passed === 0) counts.failed ||= 1;
  if (counts.failed > 0) process.stdout.write(stdout);
  return counts;
}

const all = process.argv.length === 2;
const total = all ? scriptCounts() : { passed: 0, failed: 0, skipped: 0 };
for (const file of packages.map(countsFile).filter((path) => existsSync(path))) {
  const counts = JSON.parse(readFileSync(file, "utf8"));
  for (const key of Object.keys(total)) total[key] += counts[key];
}

// A task that broke before jest could count still fails the run.
const failed = status !== 0 || total.passed === 0 || total.failed > 0;
if (failed && total.failed === 0) total.failed = 1;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = failed ? 1 : 0;
