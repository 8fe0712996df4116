import { jsonSchemas } from "./json-schemas.ts";

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly const?: string;
  readonly additionalProperties?: boolean | Schema;
}

/** The reference of docs/call-form.md, from the schemas: one row for each property with its place. */
export function reference(): string {
  const schemas = jsonSchemas();
  return Object.entries({
    "call-form.json": schemas["call-form.schema.json"],
    "words/<locale>.json": schemas["words.schema.json"],
  })
    .map(([document, schema]) =>
      [
        `### ${document}`,
        "",
        "| property | meaning |",
        "| --- | --- |",
        ...distinct(rowsOf((schema ?? {}) as Schema, "")),
        "",
      ].join("\n"),
    )
    .join("\n");
}

function rowsOf(schema: Schema, place: string): string[] {
  const { properties = {}, required = [], oneOf = [], items, additionalProperties } = schema;
  const own = Object.entries(properties).flatMap(([name, property]) => {
    const at = place === "" ? name : `${place}.${name}`;
    const needed = required.includes(name) ? " Required." : "";
    const text = property.description ?? "";
    const row = text === "" ? [] : [`| \`${at}\` | ${text}${needed} |`];
    return [...row, ...rowsOf(property, at)];
  });
  const kinds = oneOf.flatMap((each) => rowsOf(each, place));
  const ofItems = items && !Array.isArray(items) ? rowsOf(items, `${place}[]`) : [];
  const ofValues =
    typeof additionalProperties === "object" ? rowsOf(additionalProperties, `${place}.<id>`) : [];
  return [...own, ...kinds, ...ofItems, ...ofValues];
}

function distinct(rows: readonly string[]): string[] {
  return [...new Set(rows)];
}
