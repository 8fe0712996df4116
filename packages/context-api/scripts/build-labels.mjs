// Puts the labels of the call form's fields beside the built Lambda, where the agent's page finds them: labels.json.
import { writeFileSync } from "node:fs";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: ["scripts/labels-of-form.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  mainFields: ["module", "main"],
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { default: labels } = await import(`data:text/javascript;base64,${code}`);
writeFileSync("dist/lambda/labels.json", `${JSON.stringify(labels)}\n`);
