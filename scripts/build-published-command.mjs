// Builds the package it is run in for npm: our own packages and what they use go into the bundles, what package.json
// names under dependencies stays outside. src/main.ts is the command, dist/cli.mjs; where the package is also for
// programs (publishConfig.exports["."]), src/library.ts, or src/index.ts where there is none, is built for import and for
// require, with its types. Beside them stands, where Lambdas are run, what runs in their own processes and, where
// calls are shown in the browser, the call console's page; and the licences of what is in the bundles.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { copyCallConsole, copyLambdaRuntimes } from "./beside-command.mjs";
import { licenceTexts } from "./licence-texts.mjs";
import { writeTypes } from "./published-types.mjs";

const { dependencies, devDependencies, publishConfig } = JSON.parse(
  await readFile("package.json", "utf8"),
);

const requireOfBundle = [
  'import { createRequire as createRequireOfBundle } from "node:module";',
  "const require = createRequireOfBundle(import.meta.url);",
];
const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  // What of a package of ours is a dependency is run, not imported.
  external: Object.keys(dependencies ?? {}).filter((name) => !name.startsWith("@skill-call/")),
  legalComments: "none",
  logLevel: "warning",
};

await rm("dist", { recursive: true, force: true });
const { metafile } = await build({
  ...shared,
  metafile: true,
  entryPoints: ["src/main.ts"],
  outfile: "dist/cli.mjs",
  plugins: [licenceTexts("dist/cli.LEGAL.txt")],
  format: "esm",
  banner: { js: ["#!/usr/bin/env node", ...requireOfBundle].join("\n") },
});
if (publishConfig.exports?.["."]) {
  const library = existsSync("src/library.ts") ? "src/library.ts" : "src/index.ts";
  await build({
    ...shared,
    entryPoints: [library],
    outfile: "dist/index.mjs",
    plugins: [licenceTexts("dist/index.LEGAL.txt")],
    format: "esm",
    banner: { js: requireOfBundle.join("\n") },
  });
  await build({
    ...shared,
    entryPoints: [library],
    outfile: "dist/index.cjs",
    format: "cjs",
    define: { "import.meta.url": "urlOfBundle" },
    banner: { js: 'const urlOfBundle = require("node:url").pathToFileURL(__filename).href;' },
  });
  await writeTypes(library);
}
if (Object.keys(metafile.inputs).some((file) => file.includes("/lambda-runner/"))) {
  await copyLambdaRuntimes();
}
await writeCommit();
if ("@skill-call/call-console" in devDependencies) {
  await copyCallConsole();
}

/** What `--version` says: where it is installed there is no history to ask. A copy without one has no commit. */
async function writeCommit() {
  try {
    const options = ["describe", "--always", "--dirty", "--abbrev=9", "--exclude=*"];
    await writeFile("dist/commit.txt", execFileSync("git", options, { encoding: "utf8" }));
  } catch {}
}
