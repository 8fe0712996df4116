type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The definitions of the Skill Management API that files of this package have to fit. */
export type SmapiDefinition =
  | "v1.skill.Manifest.SkillManifestEnvelope"
  | "v1.skill.interactionModel.InteractionModelData";

/** One definition of ask-smapi-model's spec.json (Swagger 2.0), as JSON Schema. */
export function smapiSchema(spec: unknown, definition: SmapiDefinition): object {
  const entries = Object.entries(reachableDefinitions(spec, [definition])).map(([name, schema]) => [
    name,
    withoutSwagger(withoutOtherProperties(withoutOptional(name, schema))),
  ]);
  return {
    $ref: `#/definitions/${definition}`,
    definitions: Object.fromEntries(entries),
  };
}

/** The definitions that others lead to: a tenth of all that the specification holds. */
export function reachableDefinitions(
  spec: unknown,
  from: readonly SmapiDefinition[],
): Readonly<Record<string, Json>> {
  const { definitions } = spec as { definitions: Record<string, Json> };
  const reached = new Map<string, Json>();
  const open: string[] = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = definitions[name];
    if (schema === undefined || reached.has(name)) continue;
    reached.set(name, schema);
    const references = JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g);
    open.push(...[...references].map(([, other = ""]) => other));
  }
  return Object.fromEntries(reached);
}

/**
 * The specification requires synonyms of a slot's value; the reference does not ("Interaction Model Schemas",
 * values_synonyms).
 */
function withoutOptional(name: string, schema: Json): Json {
  const isValue = name === "v1.skill.interactionModel.TypeValueObject";
  return isValue ? { ...(schema as { [key: string]: Json }), required: ["value"] } : schema;
}

/**
 * A misspelt property would pass as an additional one. A schema with a discriminator is left open: others
 * build on it with properties of their own.
 */
function withoutOtherProperties(schema: Json): Json {
  if (schema === null || typeof schema !== "object" || Array.isArray(schema)) return schema;
  if (!("properties" in schema) || "discriminator" in schema) return schema;
  return { additionalProperties: false, ...schema };
}

/** Swagger's own words are no JSON Schema: they would be misread or refused. */
function withoutSwagger(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutSwagger);
  if (schema === null || typeof schema !== "object") return schema;
  const kept = Object.entries(schema).filter(([key, value]) => !isSwaggerOnly(key, value));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutSwagger(value)]));
}

function isSwaggerOnly(key: string, value: Json): boolean {
  if (key.startsWith("x-") || key === "example") return true;
  return key === "discriminator" && typeof value === "string";
}
