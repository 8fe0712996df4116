// Bundles the command line into dist/cli.mjs.
import { copyFile } from "node:fs/promises";
import { build } from "esbuild";
import { dependenciesOutside } from "../../../scripts/dependencies-outside.mjs";

await build({
  entryPoints: ["src/cli/main.ts"],
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

// `pnpm bench:sip`.
await build({
  entryPoints: ["bench/sip/sip-load.ts"],
  outfile: "dist/sip-load.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  plugins: [dependenciesOutside],
  logLevel: "warning",
});

// Runs in the Lambdas' own processes.
await copyFile("src/lambda/lambda-runtime.mjs", "dist/lambda-runtime.mjs");
