/** test/call.test.mjs: whole calls, a caller in each locale, to whoever answers. */
export const callTest = `// Whole calls on this machine: a caller in each locale, the skill, Amazon Connect, and who answers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const skillCall = fileURLToPath(new URL("dist/cli.mjs", import.meta.resolve("skill-call/package.json")));
const root = fileURLToPath(new URL("..", import.meta.url));

test("a caller in each locale reaches somebody, and no leg is left up", async () => {
  const args = [skillCall, "demo", "--form", ".", "--starter", "connect", "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  const { cases } = JSON.parse(stdout);
  const { locales } = JSON.parse(await readFile(new URL("../call-form.json", import.meta.url)));
  assert.deepEqual(cases.map(({ locale }) => locale), locales);
  for (const { outcome, legsLeftUp } of cases) {
    assert.equal(outcome, "connected");
    assert.equal(legsLeftUp, 0);
  }
});
`;
