// Bundles the package it is run in into dist/lambda: index.mjs (`export const handler`), the code behind it in lambda.cjs,
// and files that only some calls load.
// Why it is built this way, with figures: docs/decisions/0003-how-lambdas-are-bundled.md.
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { environmentCredentials } from "./environment-credentials.mjs";
import { filesBeside } from "./files-beside.mjs";
import { inlinePage } from "./inline-page.mjs";
import { licenceTexts } from "./licence-texts.mjs";
import { madeAtBuildTime } from "./made-at-build-time.mjs";
import { withoutAlexaClients } from "./without-alexa-clients.mjs";

await rm("dist", { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: ["src/lambda.ts"],
  outfile: "dist/lambda/lambda.cjs",
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  plugins: [
    ...[environmentCredentials, withoutAlexaClients, inlinePage, madeAtBuildTime, filesBeside],
    licenceTexts("dist/lambda.LEGAL.txt"),
  ],
  // CommonJS loads faster than the same code as ES modules, and faster still in a file that V8 knows to be CommonJS.
  format: "cjs",
  // The SDK's own import("node:http") becomes a require.
  supported: { "dynamic-import": false },
  metafile: true,
  legalComments: "none",
});

await writeFile("dist/lambda/index.mjs", 'export { handler } from "./lambda.cjs";\n');
await writeFile("dist/metafile.json", JSON.stringify(metafile));
for (const file of (await readdir("dist/lambda")).sort()) {
  const { size } = await stat(`dist/lambda/${file}`);
  process.stdout.write(`dist/lambda/${file}: ${Math.ceil(size / 1024)} KiB\n`);
}
