// Bundles the command with all that it uses into dist/cli.mjs: what is published has no dependencies. Beside it stands
// what runs in the Lambdas' own processes.
import { copyFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const room = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/cli.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  banner: {
    js: [
      "#!/usr/bin/env node",
      'import { createRequire } from "node:module";',
      "const require = createRequire(import.meta.url);",
    ].join("\n"),
  },
  legalComments: "external",
  logLevel: "warning",
});
await copyFile(room("lambda-runner/src/lambda-runtime.mjs"), "dist/lambda-runtime.mjs");
