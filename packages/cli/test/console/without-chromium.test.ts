import { test } from "@jest/globals";
import { expectNeedsChromium } from "@skill-call/test-peers/needs-chromium";

test("where there is no Chromium, the tests of the console are skipped by name, and in CI they fail", () => {
  const oneOfThem = /agent does not answer before the page shows the context/;
  expectNeedsChromium(`${__dirname}/../..`, "**/console/laptop-console.test.ts", oneOfThem);
});
