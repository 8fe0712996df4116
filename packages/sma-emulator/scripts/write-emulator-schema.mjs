// Writes emulator.schema.json anew from the schema that emulator.json is checked with.
import { writeFile } from "node:fs/promises";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: ["src/config/emulator-json-schema.ts"],
  bundle: true,
  platform: "node",
  format: "esm",
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString("base64");
const { emulatorJsonSchema } = await import(`data:text/javascript;base64,${source}`);
await writeFile("emulator.schema.json", `${JSON.stringify(emulatorJsonSchema(), null, 2)}\n`);
