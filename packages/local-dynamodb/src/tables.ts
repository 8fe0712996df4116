import type { Connection } from "./connection.ts";

/** An item or key in DynamoDB's JSON, such as `{"contextId": {"S": "…"}}`. */
export type Item = Readonly<Record<string, unknown>>;

/** The names of every table. */
export async function tableNames(connection: Connection): Promise<readonly string[]> {
  const names: string[] = [];
  let last: string | undefined;
  do {
    const page = await connection.call<{ TableNames: string[]; LastEvaluatedTableName?: string }>(
      "ListTables",
      last === undefined ? {} : { ExclusiveStartTableName: last },
    );
    names.push(...page.TableNames);
    last = page.LastEvaluatedTableName;
  } while (last !== undefined);
  return names;
}

/** The key attributes of an item of this table. */
export async function keyOf(connection: Connection, tableName: string, item: Item): Promise<Item> {
  const { Table } = await connection.call<{
    Table: { KeySchema: readonly { AttributeName: string }[] };
  }>("DescribeTable", { TableName: tableName });
  return Object.fromEntries(
    Table.KeySchema.map(({ AttributeName: name }) => [name, item[name]] as const),
  );
}
