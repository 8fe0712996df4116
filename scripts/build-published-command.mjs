// Bundles the command of the package it is run in, src/main.ts, into dist/cli.mjs for npm: our own packages and what
// they use go in, what package.json names under dependencies stays outside. Beside it stands what runs in the
// Lambdas' own processes and, where the package shows calls in the browser, the call console's page.
import { readFile, rm } from "node:fs/promises";
import { build } from "esbuild";
import { copyCallConsole, copyLambdaRuntimes } from "./beside-command.mjs";

const { dependencies, devDependencies } = JSON.parse(await readFile("package.json", "utf8"));

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/cli.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  external: Object.keys(dependencies ?? {}),
  banner: {
    js: [
      "#!/usr/bin/env node",
      'import { createRequire as createRequireOfBundle } from "node:module";',
      "const require = createRequireOfBundle(import.meta.url);",
    ].join("\n"),
  },
  legalComments: "external",
  logLevel: "warning",
});
await copyLambdaRuntimes();
if ("@skill-call/call-console" in devDependencies) {
  await copyCallConsole();
}
