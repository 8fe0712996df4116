import { expect, test } from "@jest/globals";
import { runJest } from "@skill-call/test-peers/jest-run";

const folder = `${__dirname}/../..`;
const nowhere = { CHROMIUM: "/nowhere/chromium" };

test.each([
  ["laptop", /agent does not answer before the page shows the context/],
  ["emulator", /a SIP call becomes a record by itself/],
])(
  "where there is no Chromium, the tests of the %s's console are skipped by name, and in CI they fail",
  (mode, oneOfThem) => {
    const files = `**/console/${mode}-console.test.ts`;
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
    expect(inCi.tests[0]?.failureMessages.join()).toContain("apt-get install chromium");
  },
  60_000,
);
