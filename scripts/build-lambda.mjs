// Bundles the package it is run in into dist/lambda/index.mjs: one file, `export const handler`.
// Why it is built this way, with figures: docs/decisions/0003-how-lambdas-are-bundled.md.
import { readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { environmentCredentials } from "./environment-credentials.mjs";
import { inlinePage } from "./inline-page.mjs";
import { madeAtBuildTime } from "./made-at-build-time.mjs";
import { phoneNumbersBeside } from "./phone-numbers-beside.mjs";
import { tracerAsText } from "./tracer-as-text.mjs";

await rm("dist", { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: ["src/lambda.ts"],
  outfile: "dist/lambda/index.mjs",
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  plugins: [environmentCredentials, inlinePage, madeAtBuildTime, phoneNumbersBeside, tracerAsText],
  // CommonJS loads faster than the same code as ES modules, so it sits in an ES module that hands on its handler.
  format: "cjs",
  banner: {
    js: [
      'import { createRequire } from "node:module";',
      "const require = createRequire(import.meta.url);",
      "const module = { exports: {} };",
      "((exports) => {",
    ].join("\n"),
  },
  footer: { js: "})(module.exports);\nexport const { handler } = module.exports;" },
  metafile: true,
  legalComments: "none",
});

await writeFile("dist/metafile.json", JSON.stringify(metafile));
const size = (await readFile("dist/lambda/index.mjs")).length;
process.stdout.write(`dist/lambda/index.mjs: ${Math.round(size / 1024)} KiB\n`);
