// Bundles the benchmark into dist/bench.mjs.
import { copyFile } from "node:fs/promises";
import { build } from "esbuild";
import { dependenciesOutside } from "../../../scripts/dependencies-outside.mjs";

await build({
  entryPoints: ["src/bench.ts"],
  outfile: "dist/bench.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  plugins: [dependenciesOutside],
  logLevel: "warning",
});

// `pnpm bench:sip`.
await build({
  entryPoints: ["src/sip/sip-load.ts"],
  outfile: "dist/sip-load.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  plugins: [dependenciesOutside],
  logLevel: "warning",
});

// Runs in the processes that are measured.
await copyFile("src/invoked-process.mjs", "dist/invoked-process.mjs");
await copyFile("../lambda-runner/src/lambda-runtime.mjs", "dist/lambda-runtime.mjs");
