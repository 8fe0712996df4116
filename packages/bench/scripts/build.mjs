// Bundles the benchmark, what runs in the processes that are measured, and the peers, each as people build it.
import { copyFile, rm } from "node:fs/promises";
import { build } from "esbuild";
import { dependenciesOutside } from "../../../scripts/dependencies-outside.mjs";
import { environmentCredentials } from "../../../scripts/environment-credentials.mjs";

await rm("dist", { recursive: true, force: true });

const common = { bundle: true, platform: "node", target: "node20", logLevel: "warning" };

// `pnpm bench`, `bench:sip` and `soak`.
for (const [entry, name] of [
  ["src/bench.ts", "bench"],
  ["src/stub/stub-aws.ts", "stub-aws"],
  ["src/stub/local-store.ts", "local-store"],
  ["src/sip/sip-load.ts", "sip-load"],
  ["src/soak/soak.ts", "soak"],
]) {
  await build({
    ...common,
    entryPoints: [entry],
    outfile: `dist/${name}.mjs`,
    format: "esm",
    plugins: [dependenciesOutside],
  });
}
await copyFile("src/measure/measured-process.mjs", "dist/measured-process.mjs");
await copyFile("../lambda-runner/src/lambda-runtime.mjs", "dist/lambda-runtime.mjs");

/** As the tools of AWS bundle a function: esbuild, minified. */
const usual = { ...common, minify: true, format: "cjs" };
/** The SDK's own import("node:http") becomes a require. */
const requiring = { ...usual, supported: { "dynamic-import": false } };
/** As scripts/build-lambda.mjs makes our own. */
const own = {
  ...requiring,
  mainFields: ["module", "main"],
  plugins: [environmentCredentials],
};

const peers = {
  nothing: ["nothing", usual],
  "plain-document-client": ["plain-document-client", requiring],
  "plain-document-client-defaults": ["plain-document-client", usual],
  "env-document-client": ["plain-document-client", own],
  "powertools-document-client": ["powertools-document-client", requiring],
  "raw-signed-request": ["raw-signed-request", usual],
  "aws-lite": ["aws-lite", requiring],
  "aws-sample": ["aws-sample", requiring],
  electrodb: ["electrodb", requiring],
  "dynamodb-toolbox": ["dynamodb-toolbox", requiring],
  "store-claim": ["store-claim", own],
  "store-claim-sdk": ["store-claim-sdk", own],
};

await Promise.all(
  Object.entries(peers).map(([name, [source, options]]) =>
    build({
      ...options,
      entryPoints: [`src/peers/${source}.ts`],
      outfile: `dist/peers/${name}.cjs`,
    }),
  ),
);
