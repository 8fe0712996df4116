import { type SchemaCheck, schemaCheck } from "./json-schema.ts";
import { smapiSchema } from "./smapi-schema.ts";

/** Checks against the schemas that Amazon publishes. */
export interface SmapiChecks {
  readonly manifest: SchemaCheck;
  readonly model: SchemaCheck;
}

/** Compiles the published schemas, ask-smapi-model's spec.json: they are large, so once is enough. */
export function smapiChecksOf(spec: unknown): SmapiChecks {
  return {
    manifest: schemaCheck(smapiSchema(spec, "v1.skill.Manifest.SkillManifestEnvelope")),
    model: schemaCheck(smapiSchema(spec, "v1.skill.interactionModel.InteractionModelData")),
  };
}
