// Prints what Redocly's recommended rules find in an OpenAPI document, one line each.
import { createConfig, lint } from "@redocly/openapi-core";

const config = await createConfig({ extends: ["recommended"] });
const problems = await lint({ ref: process.argv[2], config });
for (const { ruleId, severity, message, location } of problems) {
  process.stdout.write(`${severity} ${ruleId} ${location[0]?.pointer}: ${message}\n`);
}
