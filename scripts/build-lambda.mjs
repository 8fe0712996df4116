// Bundles the package it is run in into dist/lambda/index.mjs: one file, `export const handler`.
import { readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: ["src/lambda.ts"],
  outfile: "dist/lambda/index.mjs",
  bundle: true,
  minify: true,
  keepNames: true,
  platform: "node",
  target: "node20",
  format: "esm",
  mainFields: ["module", "main"],
  // CommonJS libraries inside the bundle ask for Node's own modules with require().
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  metafile: true,
  legalComments: "none",
});

await writeFile("dist/metafile.json", JSON.stringify(metafile));
const size = (await readFile("dist/lambda/index.mjs")).length;
process.stdout.write(`dist/lambda/index.mjs: ${Math.round(size / 1024)} KiB\n`);
