// Bundles the command line of the package it is run in, src/main.ts, into dist/cli.mjs, with what it reads from
// beside itself: what runs in the Lambdas' own processes, and the call console's page.
import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { copyCallConsole, copyLambdaRuntimes } from "./beside-command.mjs";
import { dependenciesOutside } from "./dependencies-outside.mjs";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/cli.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  banner: { js: "#!/usr/bin/env node" },
  plugins: [dependenciesOutside],
  sourcemap: true,
  logLevel: "warning",
});
await copyLambdaRuntimes();
await copyCallConsole();
