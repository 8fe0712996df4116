import { expect } from "@jest/globals";
import { runJest } from "./jest-run.ts";

/**
 * Runs tests that need Chromium where there is none: they are skipped by name, and in CI they fail.
 * @param folder of the package
 * @param files a glob of test files
 * @param oneOfThem the title of one of their tests
 */
export function expectNeedsChromium(folder: string, files: string, oneOfThem: RegExp): void {
  const nowhere = { CHROMIUM: "/nowhere/chromium" };
  const elsewhere = runJest({ folder, files, environment: nowhere });
  expect(elsewhere.success).toBe(true);
  expect(new Set(elsewhere.tests.map(({ status }) => status))).toEqual(new Set(["pending"]));
  expect(elsewhere.tests.map(({ title }) => title)).toContainEqual(
    expect.stringMatching(oneOfThem),
  );
  expect(elsewhere.stderr).toContain("Chromium at /nowhere/chromium");

  const inCi = runJest({ folder, files, environment: { ...nowhere, CI: "true" } });
  expect(inCi.success).toBe(false);
  expect(new Set(inCi.tests.map(({ status }) => status))).toEqual(new Set(["failed"]));
  expect(inCi.tests[0]?.failureMessages.join()).toContain(
    "apt-get install chromium-headless-shell",
  );
}
