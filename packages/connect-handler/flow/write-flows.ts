// Writes the flows as JSON: pnpm --filter @skill-call/connect-handler flows
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writtenFlows } from "./written-flows.ts";

const root = process.argv[2] ?? ".";
for (const [path, text] of Object.entries(writtenFlows)) writeFileSync(join(root, path), text);
