import type { Connection } from "./connection.ts";
import { type Item, keyOf, tableNames } from "./tables.ts";

/** The TTL attribute of a call context table: epoch seconds. */
const ttlAttribute = "expiresAt";

interface Page {
  readonly Items: readonly Item[];
  readonly LastEvaluatedKey?: Item;
}

/** Deletes, as DynamoDB's TTL does some day, every item whose time is over; answers how many there were. */
export async function sweepTables(connection: Connection, nowSeconds: number): Promise<number> {
  let swept = 0;
  for (const tableName of await tableNames(connection)) {
    for (const item of await expiredItems(connection, tableName, nowSeconds)) {
      const key = await keyOf(connection, tableName, item);
      await connection.call("DeleteItem", { TableName: tableName, Key: key });
      swept += 1;
    }
  }
  return swept;
}

async function expiredItems(
  connection: Connection,
  tableName: string,
  nowSeconds: number,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page: Page = await connection.call("Scan", {
      TableName: tableName,
      FilterExpression: "#ttl <= :now",
      ExpressionAttributeNames: { "#ttl": ttlAttribute },
      ExpressionAttributeValues: { ":now": { N: String(nowSeconds) } },
      ...(start && { ExclusiveStartKey: start }),
    });
    items.push(...page.Items);
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}
