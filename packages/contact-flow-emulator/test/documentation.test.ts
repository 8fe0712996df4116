import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { emulatedActions } from "../src/actions/action-table.ts";
import { connectOperations } from "../src/api/connect-operations.ts";

const page = readFileSync(
  new URL("../../../docs/emulator/contact-flows.md", import.meta.url),
  "utf8",
);

test("the page's table has every action, and how it is emulated", () => {
  const rows = emulatedActions.map(
    ([type, { emulated, differs }]) => `| \`${type}\` | ${emulated} | ${differs} |`,
  );
  const found = page.split("\n").filter((line) => /^\| `[A-Z]\w+` \| (yes|noted|no) \|/.test(line));
  expect(found).toEqual(rows);
});

test("the page names every operation of the API", () => {
  for (const operation of connectOperations) expect(page).toContain(`\`${operation}\``);
});
