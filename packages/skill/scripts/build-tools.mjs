// Builds `skill`, what a skill team does to its skill package, into dist/cli.mjs; beside it stands what callers say in
// danger, which it reads, and the call form's schemas.
import { cpSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { licenceTexts } from "../../../scripts/licence-texts.mjs";
import { madeAtBuildTime } from "../../../scripts/made-at-build-time.mjs";

await build({
  entryPoints: ["skill-package-tools/main.ts"],
  outfile: "dist/cli.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  banner: {
    js: [
      "#!/usr/bin/env node",
      'import { createRequire as createRequireOfBundle } from "node:module";',
      "const require = createRequireOfBundle(import.meta.url);",
    ].join("\n"),
  },
  plugins: [madeAtBuildTime, licenceTexts("dist/cli.LEGAL.txt")],
  legalComments: "none",
  logLevel: "warning",
});
cpSync("safety-phrases", "dist/safety-phrases", { recursive: true });
// A project's editor completes its form by them.
cpSync("../call-form/schema", "dist/schema", { recursive: true });

// What of the build other programs import is the handler.
writeFileSync(
  "dist/lambda/index.d.mts",
  "/** The Lambda's entry: Alexa's request in, the skill's answer out. */\nexport declare const handler: (event: unknown, context: unknown) => Promise<unknown>;\n",
);
