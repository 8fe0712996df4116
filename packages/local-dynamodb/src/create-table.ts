import { setTimeout as sleep } from "node:timers/promises";
import { Connection, LocalDynamoDbError, overHttp } from "./connection.ts";
import type { Item } from "./tables.ts";

/** A table as CreateTable takes it; what it leaves out is paid by the request and has no indexes. */
export interface TableDefinition {
  readonly TableName: string;
  readonly AttributeDefinitions: readonly {
    readonly AttributeName: string;
    readonly AttributeType: "S" | "N" | "B";
  }[];
  readonly KeySchema: readonly {
    readonly AttributeName: string;
    readonly KeyType: "HASH" | "RANGE";
  }[];
  readonly [other: string]: unknown;
}

/**
 * Creates a table, unless there is one of that name, and waits until it can be used.
 * @throws {LocalDynamoDbError} when DynamoDB refuses
 */
export async function createTable(endpoint: string, definition: TableDefinition): Promise<void> {
  const whole = { BillingMode: "PAY_PER_REQUEST", ...definition };
  await withConnection(endpoint, async (connection) => {
    await connection.call("CreateTable", whole).catch(unlessItExists);
    while (!(await isActive(connection, definition.TableName))) await sleep(1);
  });
}

/**
 * Puts items, in DynamoDB's own JSON, into a table.
 * @throws {LocalDynamoDbError} when DynamoDB refuses one
 */
export async function putItems(
  endpoint: string,
  TableName: string,
  items: readonly Item[],
): Promise<void> {
  await withConnection(endpoint, async (connection) => {
    for (const Item of items) await connection.call("PutItem", { TableName, Item });
  });
}

async function withConnection(
  endpoint: string,
  task: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = new Connection(overHttp(endpoint));
  try {
    await task(connection);
  } finally {
    await connection.close();
  }
}

function unlessItExists(error: unknown): void {
  if (error instanceof LocalDynamoDbError && error.type === "ResourceInUseException") return;
  throw error;
}

async function isActive(connection: Connection, tableName: string): Promise<boolean> {
  const { Table } = await connection.call<{ Table: { TableStatus: string } }>("DescribeTable", {
    TableName: tableName,
  });
  return Table.TableStatus === "ACTIVE";
}
