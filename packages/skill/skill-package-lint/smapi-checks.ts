import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type SchemaCheck, schemaCheck } from "./json-schema.ts";
import { smapiSchema } from "./smapi-schema.ts";

/** Checks against the schemas that Amazon publishes. */
export interface SmapiChecks {
  readonly manifest: SchemaCheck;
  readonly model: SchemaCheck;
}

const specFile = "packages/skill/node_modules/ask-smapi-model/spec.json";

/** Reads the published schemas as they are installed in a repository. */
export async function smapiChecks(repository: string): Promise<SmapiChecks> {
  const spec: unknown = JSON.parse(await readFile(join(repository, specFile), "utf8"));
  return {
    manifest: schemaCheck(smapiSchema(spec, "v1.skill.Manifest.SkillManifestEnvelope")),
    model: schemaCheck(smapiSchema(spec, "v1.skill.interactionModel.InteractionModelData")),
  };
}
