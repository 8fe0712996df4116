// How many tests passed, failed and were left out, and what the failed ones said: of a package, of scripts/, of all.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const scriptsFolder = fileURLToPath(new URL("./", import.meta.url));
const packagesFolder = fileURLToPath(new URL("../packages/", import.meta.url));
const packages = readdirSync(packagesFolder);

/** The counts that scripts/jest-counts-reporter.mjs leaves behind; turbo restores them from its cache. */
function countsFile(name) {
  return `${packagesFolder}${name}/reports/tests.json`;
}

export function forgetCounts() {
  for (const name of packages) rmSync(countsFile(name), { force: true });
}

/** The sum of some counts: `{ passed, failed, skipped, failures, atFirst }`. */
export function sumOf(some) {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [], atFirst: [] };
  for (const counts of some)
    for (const key of Object.keys(sum)) sum[key] = add(sum[key], counts[key]);
  return sum;
}

function add(one, other = []) {
  return Array.isArray(one) ? [...one, ...other] : one + other;
}

/** What every package's last run counted. */
export function packageCounts() {
  const counted = packages.filter((name) => existsSync(countsFile(name)));
  return sumOf(
    counted.map((name) => {
      const { failures, ...counts } = JSON.parse(readFileSync(countsFile(name), "utf8"));
      const named = failures.map(({ file, message }) => ({
        file: `packages/${name}/${file}`,
        message,
      }));
      return { ...counts, failures: named };
    }),
  );
}

/** The house's own tests, such as those of the wall between its rooms. */
export async function scriptCounts() {
  const tests = readdirSync(scriptsFolder).filter((name) => name.endsWith(".test.mjs"));
  const files = tests.map((name) => `${scriptsFolder}${name}`);
  const runner = spawn(process.execPath, ["--test", "--test-reporter=tap", ...files], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const stdout = await text(runner.stdout);
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, "m").exec(stdout)?.[1] ?? 0);
  const counts = { passed: count("pass"), failed: count("fail"), skipped: count("skipped") };
  // Nothing that passed: not even the files could be read.
  if (counts.passed === 0) counts.failed ||= 1;
  return sumOf([
    {
      ...counts,
      failures: counts.failed > 0 ? [{ file: "scripts/*.test.mjs", message: stdout }] : [],
    },
  ]);
}
