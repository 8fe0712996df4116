// `pnpm --filter @skill-call/infra schema`: writes the JSON Schema of deployment documents. A test compares it with the reader.
import { writeFileSync } from "node:fs";
import { deploymentJsonSchema } from "./deployment-json-schema.ts";

writeFileSync(
  "deployment.schema.json",
  `${JSON.stringify(deploymentJsonSchema(), undefined, 2)}\n`,
);
