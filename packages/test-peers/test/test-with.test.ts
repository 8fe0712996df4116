import { expect, test } from "@jest/globals";
import { sipp, testWith } from "../src/index.ts";
import { runJest } from "../src/jest-run.ts";

function run(suite: string, environment: Readonly<Record<string, string>>) {
  const files = `**/suites/${suite}.suite.ts`;
  const { tests, ...rest } = runJest({ folder: `${__dirname}/..`, files, environment });
  const told = tests.map(({ title, status }) => [title, status]);
  return { ...rest, told, why: tests.flatMap((each) => each.failureMessages) };
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

test("peers that are there are talked to", () => {
  const there = { ...sipp, isInstalled: () => true };
  expect(testWith(there, there)).toBe(test);
});
