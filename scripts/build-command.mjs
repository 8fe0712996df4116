// Bundles the command line of the package it is run in, src/main.ts, into dist/cli.mjs, with what it reads from
// beside itself: what runs in the Lambdas' own processes, and the call console's page.
import { copyFile, cp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { dependenciesOutside } from "./dependencies-outside.mjs";

const room = (path) => fileURLToPath(new URL(`../packages/${path}`, import.meta.url));

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
for (const runtime of ["lambda-runtime.mjs", "lambda-runtime.py"]) {
  await copyFile(room(`lambda-runner/src/${runtime}`), `dist/${runtime}`);
}
await cp(room("call-console/dist/console"), "dist/console", { recursive: true });
