import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, test } from "@jest/globals";
import { sipp, testWith } from "../src/index.ts";

const runner = createRequire(__filename).resolve("jest/bin/jest");

interface Run {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs a suite as jest would run it on a machine of its own. */
function run(suite: string, environment: Readonly<Record<string, string>>) {
  const { CI: _, ...own } = process.env;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [runner, "--json", "--reporters", "default", "--testMatch", `**/suites/${suite}.suite.ts`],
    { cwd: `${__dirname}/..`, env: { ...own, ...environment }, encoding: "utf8" },
  );
  const { success, testResults }: Run = JSON.parse(stdout);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const told = tests.map(({ title, status }) => [title, status]);
  return { success, told, why: tests.flatMap((each) => each.failureMessages), stderr };
}

test("where a peer is missing, the tests that need it are skipped by name, and it is said why", () => {
  const { success, told, stderr } = run("some-need-a-peer", {});
  expect(success).toBe(true);
  expect(told).toEqual([
    ["needs nobody", "passed"],
    ["needs a peer", "pending"],
    ["needs one peer", "pending"],
    ["needs another peer", "pending"],
  ]);
  expect(stderr).toContain("Tests are skipped: nobody is missing: apt-get install nobody-tools\n");
});

test("with CI=true they fail, and say what to install", () => {
  const { success, told, why } = run("some-need-a-peer", { CI: "true" });
  expect(success).toBe(false);
  expect(told.map(([, status]) => status)).toEqual(["passed", "failed", "failed", "failed"]);
  for (const message of why) expect(message).toContain("apt-get install nobody-tools");
});

test("nothing is started for tests that are skipped", () => {
  expect(run("all-need-a-peer", {})).toMatchObject({
    success: true,
    told: [["needs a peer that is started first", "pending"]],
  });
});

test("a peer that is there is talked to", () => {
  expect(testWith({ ...sipp, isInstalled: () => true })).toBe(test);
});
