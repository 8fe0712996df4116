import { test } from "@jest/globals";
import { expectNeedsChromium } from "@skill-call/test-peers/needs-chromium";

test("where there is no Chromium, the tests of the console are skipped by name, and in CI they fail", () => {
  const oneOfThem = /a SIP call becomes a record by itself/;
  expectNeedsChromium(`${__dirname}/../..`, "**/console/emulator-console.test.ts", oneOfThem);
});
