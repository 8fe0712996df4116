// Puts beside the command what it runs and shows (packages/laptop/src/lambdas/repository.ts): the Lambdas but for the
// skill's, which is a package of its own, Amazon Connect's flows, the agent's page, and Example Support's skill.
import { cpSync } from "node:fs";

const parts = {
  "call-form.json": "../../call-form.json",
  words: "../../words",
  "skill-package/skill.json": "../../skill-package/skill.json",
  "skill-package/interactionModels": "../../skill-package/interactionModels",
  "sma-handler": "../sma-handler/dist/lambda",
  "sma-handler.LEGAL.txt": "../sma-handler/dist/lambda.LEGAL.txt",
  "connect-handler": "../connect-handler/dist/lambda",
  "connect-handler.LEGAL.txt": "../connect-handler/dist/lambda.LEGAL.txt",
  flows: "../connect-handler/flows",
  "context-api/server.mjs": "../context-api/dist/server.mjs",
  "context-api/server.LEGAL.txt": "../context-api/dist/server.LEGAL.txt",
};
for (const [part, source] of Object.entries(parts)) {
  cpSync(source, `dist/parts/${part}`, { recursive: true });
}
