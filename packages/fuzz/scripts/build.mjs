// Bundles src/main.ts into dist/fuzz.mjs. The Lambdas' own code is in it; dependencies stay outside.
import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { commandBundle } from "../../../scripts/command-bundle.mjs";

await rm("dist", { recursive: true, force: true });
await build({
  ...commandBundle,
  entryPoints: ["src/main.ts"],
  outfile: "dist/fuzz.mjs",
});
