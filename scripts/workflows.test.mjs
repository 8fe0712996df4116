// The workflows of .github/, by GitHub's own language service; that they run no action that somebody may change under its
// name; and that what publishes neither builds nor tests.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { parse } from "yaml";

const folder = fileURLToPath(new URL("../.github/workflows/", import.meta.url));
const workflows = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

// It imports JSON as bundlers do, and Node does not.
const scratch = mkdtempSync(join(tmpdir(), "workflows-"));
after(() => rmSync(scratch, { recursive: true }));
const outfile = join(scratch, "language-service.mjs");
await build({
  stdin: {
    contents: 'export { registerLogger, validate } from "@actions/languageservice";',
    resolveDir: fileURLToPath(new URL(".", import.meta.url)),
  },
  bundle: true,
  platform: "node",
  format: "esm",
  outfile,
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
const { registerLogger, validate } = await import(pathToFileURL(outfile).href);

// What breaks in it is only logged.
registerLogger({
  error: (message) => {
    throw new Error(message);
  },
});

/** What is wrong, with its line. The service remembers what it has read, by name. */
async function problems(text) {
  const uri = `file:///.github/workflows/${randomUUID()}.yml`;
  const found = await validate({ uri, getText: () => text });
  return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

test("there are workflows to look at, and what is wrong in one is found", async () => {
  assert.ok(workflows.includes("release.yml"));
  // GitHub's ${{ }}, not JavaScript's.
  const echo = (expression) => `run: echo $\{{ ${expression} }}`;
  const wrong = (line) =>
    `on: push\njobs:\n  run:\n    runs-on: ubuntu-latest\n    steps:\n      - ${line}\n`;
  assert.deepEqual(await problems(wrong(echo("github.sha"))), []);
  assert.match((await problems(wrong("walk: true"))).join(), /walk/);
  assert.match((await problems(wrong(echo("githup.sha")))).join(), /githup/);
});

for (const name of workflows) {
  const text = readFileSync(`${folder}${name}`, "utf8");

  test(`${name} is sound`, async () => assert.deepEqual(await problems(text), []));

  test(`${name} names each action by its commit, with its version behind it`, () => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, action]) => action);
    const loose = used.filter(
      (action) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v[\d.]+$/.test(action),
    );
    assert.deepEqual(loose, []);
  });
}

test("the jobs that may publish or write run nothing of what they publish", () => {
  const { jobs } = parse(readFileSync(`${folder}release.yml`, "utf8"));
  const rightsOf = (name) => jobs[name].permissions;
  assert.deepEqual(rightsOf("pack"), { contents: "read" });
  assert.deepEqual(rightsOf("publish"), { "id-token": "write" });
  assert.deepEqual(rightsOf("announce"), { contents: "write" });
  for (const name of ["publish", "announce"]) {
    const steps = JSON.stringify(jobs[name].steps);
    assert.doesNotMatch(steps, /checkout|pnpm|npm (?:install|ci|test)|node /);
  }
});
