// Bundles src/main.ts into dist/simulate.mjs, and what its jobs run into dist/job.mjs. The Lambdas' own code is in it; dependencies
// stay outside, and the call console's page beside.
import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { copyCallConsole } from "../../../scripts/beside-command.mjs";
import { commandBundle } from "../../../scripts/command-bundle.mjs";

await rm("dist", { recursive: true, force: true });
await build({
  ...commandBundle,
  entryPoints: { simulate: "src/main.ts", job: "src/job.ts" },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
});
await copyCallConsole();
