import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

/** How a run of jest went, test by test. */
export interface JestRun {
  readonly success: boolean;
  /** In the order of the file. */
  readonly tests: readonly {
    readonly title: string;
    readonly status: "passed" | "failed" | "pending";
    readonly failureMessages: readonly string[];
  }[];
  readonly stderr: string;
}

export interface JestRunOptions {
  /** Of the package. */
  readonly folder: string;
  /** A glob of test files. */
  readonly files: string;
  /** Over this process's own variables, of which CI is left out. */
  readonly environment: Readonly<Record<string, string>>;
}

interface JestReport {
  readonly success: boolean;
  readonly testResults: readonly { readonly assertionResults: JestRun["tests"] }[];
}

/** Runs test files as on a machine of its own, such as one where a peer is missing. */
export function runJest({ folder, files, environment }: JestRunOptions): JestRun {
  const { CI: _, ...own } = process.env;
  const runner = createRequire(`${folder}/package.json`).resolve("jest/bin/jest");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [runner, "--json", "--reporters", "default", "--testMatch", files],
    { cwd: folder, env: { ...own, ...environment }, encoding: "utf8" },
  );
  const { success, testResults }: JestReport = JSON.parse(stdout);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return { success, tests, stderr };
}
