import fc from "fast-check";

/** What the document's schemas of bodies use of JSON Schema. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** Values that fit a schema. */
export function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === "object") return objectOf(schema);
  if (schema.type === "string") return textOf(schema);
  throw new Error(`No values for ${JSON.stringify(schema)}`);
}

function objectOf({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, schema] of Object.entries(properties)) model[name] = arbitraryOf(schema);
  return fc.record(model, { requiredKeys: [...required] });
}

function textOf({ pattern, minLength = 0, maxLength = 1000 }: JsonSchema): fc.Arbitrary<string> {
  const isFit = (text: string) => text.length >= minLength && text.length <= maxLength;
  const isMarked = pattern !== undefined && !pattern.includes("Surrogate");
  const text = isMarked
    ? fc.stringMatching(new RegExp(pattern))
    : fc.string({ unit: "grapheme", minLength, maxLength: Math.min(maxLength, 200) });
  return text.filter(isFit);
}
