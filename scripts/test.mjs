// Runs every package's tests with turbo, those of scripts/ beside them, and closes with the sum over all:
//   N passed, N failed[, N skipped]
// What failed beside everything else is tried once more, alone, and named if it passes then (docs/decisions/0042).
// Arguments go to turbo; with them the tests of scripts/ and the second try are left out:
//   pnpm test --filter=@skill-call/skill
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { installAll } from "./install.mjs";
import { forgetCounts, packageCounts, scriptCounts, sumOf } from "./test-counts.mjs";
import { withoutTelemetry } from "./without-telemetry.mjs";

installAll();

const turboArguments = process.argv.slice(2);
const whole = turboArguments.length === 0;

/** Every package's tests; turbo has those of the last time that passed in its cache. */
async function runPackages(concurrency) {
  forgetCounts();
  const turbo = spawn(
    "turbo",
    [
      ...["run", "test", "--continue", "--output-logs=new-only", `--concurrency=${concurrency}`],
      ...turboArguments,
    ],
    { stdio: "inherit", env: withoutTelemetry(process.env) },
  );
  const [status] = await once(turbo, "close");
  const counts = packageCounts();
  if (status === 0 || counts.failed > 0) return counts;
  const broken = {
    file: "packages",
    message: "A task broke before its tests were counted: see above.",
  };
  return { ...counts, failed: 1, failures: [broken] };
}

/** What a run found, and what it found when those that failed ran again by themselves. */
async function again(first, run) {
  if (first.failed === 0 || !whole) return first;
  process.stdout.write(`\n${first.failed} failed; once more, alone\n`);
  return { ...(await run()), atFirst: first.failures };
}

// Two more than cores: a run waits half of its time, for browsers, sockets and other processes. Many more at once would
// only take memory.
const [packagesAtFirst, scriptsAtFirst] = await Promise.all([
  runPackages(availableParallelism() + 2),
  whole ? scriptCounts() : sumOf([]),
]);
const packages = await again(packagesAtFirst, () => runPackages(1));
const scripts = await again(scriptsAtFirst, scriptCounts);
const total = sumOf([scripts, packages]);
if (total.passed === 0) total.failed ||= 1;

for (const { file, message } of total.failures)
  process.stdout.write(`\nFailed: ${file}\n${message}\n`);
if (total.failed === 0)
  for (const { file, message } of total.atFirst)
    process.stdout.write(`\nPassed at the second try only: ${file}. The first:\n${message}\n`);

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
