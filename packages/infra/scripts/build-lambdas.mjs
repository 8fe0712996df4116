// Bundles the stacks' own Lambdas into dist/lambda/<name>/index.mjs: those that no call goes through.
import { build } from "esbuild";

for (const name of ["audit-lines", "canary", "rehearsal", "voice-api"]) {
  await build({
    entryPoints: [`src/lambda/${name}/lambda.ts`],
    outfile: `dist/lambda/${name}/index.mjs`,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    // Parts of the AWS SDK are CommonJS, and ask for Node's own modules.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    legalComments: "none",
    logLevel: "warning",
  });
}
