import { setTimeout as sleep } from "node:timers/promises";
import { Connection, LocalDynamoDbError } from "./connection.ts";

/**
 * Creates the table that call contexts are kept in, unless it is there, and waits until it can be used.
 * @throws {LocalDynamoDbError} when DynamoDB refuses
 * @example await createCallContextTable(dynamoDb.endpoint, "call-contexts");
 */
export async function createCallContextTable(endpoint: string, tableName: string): Promise<void> {
  const connection = new Connection(endpoint);
  try {
    await connection.call("CreateTable", tableDefinition(tableName)).catch(unlessItExists);
    while (!(await isActive(connection, tableName))) await sleep(1);
  } finally {
    await connection.close();
  }
}

function tableDefinition(tableName: string) {
  return {
    TableName: tableName,
    AttributeDefinitions: [{ AttributeName: "contextId", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "contextId", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  };
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
