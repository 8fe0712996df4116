// `pnpm synth [deployment document]`: every template, with no account and no network.
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { deployedApp } from "./deployed-app.ts";
import { callersFolder, documentPath } from "./document-path.ts";
import { sayMistakes } from "./say-mistakes.ts";
import { summary } from "./summary.ts";

const packageFolder = fileURLToPath(new URL("../", import.meta.url));

const help = `Synthesizes every stack of a deployment document. Needs no account and no network.

  npx -y pnpm@12 synth [deployment document]

Without a document it takes packages/infra/deployment.json, and where there is none, deployment.example.json.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: "boolean", short: "h" } },
});

if (values.help) process.stdout.write(help);
else sayMistakes(() => synthesize(documentPath(positionals[0], packageFolder)));

function synthesize(path: string): void {
  const outdir = join(packageFolder, "dist", "cdk.out");
  const app = deployedApp({ path, packagesFolder: join(packageFolder, ".."), app: { outdir } });
  const { stacks } = app.synth();
  const from = (file: string) => relative(callersFolder, file);
  process.stdout.write(`${from(path)}:\n`);
  for (const { stackName, template, templateFullPath } of stacks) {
    process.stdout.write(`  ${summary(stackName, template)}\n    ${from(templateFullPath)}\n`);
  }
  const assets =
    stacks.length === 0 ? "nothing to deploy: the document names no stack" : from(outdir);
  process.stdout.write(`${assets}\n`);
}
