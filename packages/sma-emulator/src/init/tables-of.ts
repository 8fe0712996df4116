import { listOf, mapOf, type RawMap } from "./read-template.ts";
import type { Stack } from "./stacks.ts";

/** A key attribute in `emulator.json`: its name alone where it is a string. */
export type KeyEntry = string | { readonly name: string; readonly type: string };

export interface KeyEntries {
  readonly partitionKey: KeyEntry;
  readonly sortKey?: KeyEntry;
}

/** A table of a template, as `emulator.json` has it. */
export interface TableEntry extends KeyEntries {
  readonly name: string;
  readonly indexes?: readonly (KeyEntries & { readonly name: string })[];
}

/** The tables of a stack. */
export function tablesOf(stack: Stack): readonly TableEntry[] {
  return Object.entries(stack.template.resources).flatMap(([id, { type, properties }]) => {
    const name = stack.values.text({ Ref: id }) ?? id;
    if (type === "AWS::Serverless::SimpleTable") return [simpleTable(name, properties)];
    if (type !== "AWS::DynamoDB::Table" && type !== "AWS::DynamoDB::GlobalTable") return [];
    return tableOf(name, mapOf(stack.values.whole(properties)));
  });
}

/** "If you don't specify it, a partition key named id of type String is used" (SAM, SimpleTable). */
function simpleTable(name: string, { PrimaryKey }: RawMap): TableEntry {
  const { Name = "id", Type = "String" } = mapOf(PrimaryKey);
  return { name, partitionKey: keyEntry(String(Name), String(Type)[0] ?? "S") };
}

function tableOf(name: string, properties: RawMap): readonly TableEntry[] {
  const types = new Map(
    listOf(properties.AttributeDefinitions)
      .map(mapOf)
      .map(({ AttributeName, AttributeType }) => [String(AttributeName), String(AttributeType)]),
  );
  const keys = keysOf(properties.KeySchema, types);
  if (!keys) return [];
  const indexes = [
    ...listOf(properties.GlobalSecondaryIndexes),
    ...listOf(properties.LocalSecondaryIndexes),
  ].flatMap((raw) => {
    const { IndexName, KeySchema } = mapOf(raw);
    const indexKeys = keysOf(KeySchema, types);
    return indexKeys ? [{ name: String(IndexName), ...indexKeys }] : [];
  });
  return [{ name, ...keys, ...(indexes.length > 0 && { indexes }) }];
}

function keysOf(schema: unknown, types: ReadonlyMap<string, string>): KeyEntries | undefined {
  const key = (wanted: string) => {
    const found = listOf(schema)
      .map(mapOf)
      .find(({ KeyType }) => KeyType === wanted);
    if (!found) return undefined;
    const name = String(found.AttributeName);
    return keyEntry(name, types.get(name) ?? "S");
  };
  const [partitionKey, sortKey] = [key("HASH"), key("RANGE")];
  return partitionKey ? { partitionKey, ...(sortKey && { sortKey }) } : undefined;
}

function keyEntry(name: string, type: string): KeyEntry {
  return type === "S" ? name : { name, type };
}
