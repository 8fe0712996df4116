// What is compiled once is each test file's own all the same, and what a test says of its lines is true.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const jest = createRequire(path("../packages/sip/package.json")).resolve("jest/bin/jest");

const counter = `
let count = 0;
exports.next = () => (count += 1);
exports.breaks = () => { throw new Error("broken"); };
exports.realm = [];
`;

const counts = `
const { next, realm } = require("./counter.js");
test("counts from one", () => {
  expect(next()).toBe(1);
  expect(realm).toBeInstanceOf(Array);
});
`;

const files = {
  "counter.js": counter,
  "one.test.js": counts,
  "two.test.js": counts,
  "breaks.test.js": `test("says where", () => require("./counter.js").breaks());`,
  "first-line.test.js": `test("on the first line", () => { throw new Error("here"); });`,
  "no-module.test.js": `const = 1;`,
  "package.json": JSON.stringify({ jest: { runtime: path("jest-runtime.cjs") } }),
};

const folder = mkdtempSync(join(tmpdir(), "jest-runtime-"));
after(() => rmSync(folder, { recursive: true }));
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

const { stdout } = spawnSync(process.execPath, [jest, "--json", "--runInBand"], {
  cwd: folder,
  encoding: "utf8",
});
const results = new Map(
  JSON.parse(stdout).testResults.map((result) => [result.name.slice(folder.length + 1), result]),
);
const failureOf = (name) => results.get(name).assertionResults[0].failureMessages[0];

test("each file of tests has modules of its own, of its own context", () => {
  assert.equal(results.get("one.test.js").status, "passed");
  assert.equal(results.get("two.test.js").status, "passed");
});

test("what fails says its line and column", () => {
  assert.match(failureOf("breaks.test.js"), /counter\.js:4:32/);
  assert.match(failureOf("first-line.test.js"), /first-line\.test\.js:1:41/);
});

test("what cannot be compiled is told as jest tells it", () => {
  assert.match(results.get("no-module.test.js").message, /SyntaxError: [^\n]*no-module\.test\.js/);
});
