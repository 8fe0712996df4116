// Prints what Spectral's rules for OpenAPI find in a document, one line each.
import { readFileSync } from "node:fs";
import spectralCore from "@stoplight/spectral-core";
import spectralRulesets from "@stoplight/spectral-rulesets";

const spectral = new spectralCore.Spectral();
spectral.setRuleset({ extends: [[spectralRulesets.oas, "recommended"]] });
const found = await spectral.run(JSON.parse(readFileSync(process.argv[2], "utf8")));
for (const { code, path, message } of found) {
  process.stdout.write(`${code} ${path.join(".")}: ${message}\n`);
}
