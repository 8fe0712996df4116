// Bundles the commands into dist/: the CDK's command line and `pnpm synth` run them with plain Node.
import { build } from "esbuild";

await build({
  entryPoints: [
    "src/cli/app.ts",
    "src/cli/ask-aws.ts",
    "src/cli/describe.ts",
    "src/cli/diff.ts",
    "src/cli/policies.ts",
    "src/cli/operate.ts",
    "src/cli/routes.ts",
    "src/cli/synth.ts",
    "scale/print-scale.ts",
  ],
  outdir: "dist",
  entryNames: "[name]",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // The CDK stays in node_modules: it finds files of its own beside its modules. The house's packages are source, and
  // Node runs no TypeScript.
  external: ["aws-cdk-lib", "cdk-nag", "constructs", "@aws-cdk/*", "@aws-sdk/*"],
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
