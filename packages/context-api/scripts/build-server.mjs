// Bundles the same app as a server for one machine into dist/server.mjs: one file, run or imported.
import { build } from "esbuild";
import { environmentCredentials } from "../../../scripts/environment-credentials.mjs";
import { inlinePage } from "../../../scripts/inline-page.mjs";
import { licenceTexts } from "../../../scripts/licence-texts.mjs";
import { madeAtBuildTime } from "../../../scripts/made-at-build-time.mjs";

await build({
  entryPoints: ["src/server.ts"],
  outfile: "dist/server.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  format: "esm",
  plugins: [
    environmentCredentials,
    inlinePage,
    madeAtBuildTime,
    licenceTexts("dist/server.LEGAL.txt"),
  ],
  // What of the AWS SDK is CommonJS asks for Node's own modules by require.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  legalComments: "none",
  logLevel: "warning",
});
