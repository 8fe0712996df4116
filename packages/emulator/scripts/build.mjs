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

// Runs in the Lambdas' own processes.
await copyFile("src/lambda/lambda-runtime.mjs", "dist/lambda-runtime.mjs");
