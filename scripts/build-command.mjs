// Bundles the command line of the package it is run in, src/main.ts, into dist/cli.mjs, what is imported at run time into
// files of its own, with what it reads from beside itself: what runs in the Lambdas' own processes, and the call console's page.
import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { copyCallConsole, copyLambdaRuntimes } from "./beside-command.mjs";
import { commandBundle } from "./command-bundle.mjs";

await rm("dist", { recursive: true, force: true });
await build({
  ...commandBundle,
  entryPoints: ["src/main.ts"],
  outdir: "dist",
  entryNames: "cli",
  chunkNames: "[name]-[hash]",
  outExtension: { ".js": ".mjs" },
  splitting: true,
  banner: { js: "#!/usr/bin/env node" },
});
await copyLambdaRuntimes();
await copyCallConsole();
