import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";

/** What the document's schemas of bodies use of JSON Schema. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** Values that fit a schema. */
export function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === "object") return objectOf(schema, arbitraryOf);
  if (schema.pattern !== undefined) return textOf(schema.pattern);
  throw new Error(`No values for ${JSON.stringify(schema)}`);
}

/** Objects with the schema's own names, whose values fit more or less. */
export function nearlyOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const anyOf = (property: JsonSchema) => fc.oneof(arbitraryOf(property), anyText, fc.jsonValue());
  return objectOf({ ...schema, required: [] }, anyOf);
}

function objectOf(
  { properties = {}, required = [] }: JsonSchema,
  anyOf: (schema: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, schema] of Object.entries(properties)) model[name] = anyOf(schema);
  return fc.record(model, { requiredKeys: [...required] });
}

/** Also as long as texts may be, and somewhat longer; also of characters that are two UTF-16 units each. */
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc
    .tuple(fc.constantFrom("x", "𝄞", "\n", "\u0007", "\ud83d"), fc.constantFrom(1, 999, 1000, 1001))
    .map(([character, times]) => character.repeat(times)),
);

function textOf(pattern: string): fc.Arbitrary<string> {
  const fitting = new RegExp(pattern, "u");
  // fast-check makes no texts of classes that leave something out.
  const isPlain = !/\\[pPS]/.test(pattern);
  return isPlain ? fc.stringMatching(fitting) : anyText.filter((text) => fitting.test(text));
}
