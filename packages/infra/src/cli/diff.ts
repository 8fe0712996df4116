// `node dist/diff.mjs <cdk.out before> <cdk.out after>`: what a change does to each stack, without an account.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatDifferences, fullDiff } from "@aws-cdk/cloudformation-diff";
import { losses, type Templates } from "../changes/losses.ts";

const [before = "", after = ""] = process.argv.slice(2);
const [was, is] = [templatesIn(before), templatesIn(after)];

for (const [stack, template] of Object.entries(is)) {
  const difference = fullDiff(was[stack] ?? {}, template);
  if (difference.isEmpty) continue;
  process.stdout.write(`${stack}\n`);
  formatDifferences(process.stdout, difference);
}
const lost = losses(was, is);
for (const loss of lost) process.stderr.write(`✘ ${loss}\n`);
if (lost.length > 0) process.exitCode = 1;

function templatesIn(folder: string): Templates {
  const files = readdirSync(folder).filter((name) => name.endsWith(".template.json"));
  return Object.fromEntries(
    files.map((file) => [
      file.replace(".template.json", ""),
      JSON.parse(readFileSync(join(folder, file), "utf8")),
    ]),
  );
}
