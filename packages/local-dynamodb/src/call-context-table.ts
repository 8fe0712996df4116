import { createTable } from "./create-table.ts";

/**
 * Creates the table that call contexts are kept in, unless it is there, and waits until it can be used.
 * @throws {LocalDynamoDbError} when DynamoDB refuses
 * @example await createCallContextTable(dynamoDb.endpoint, "call-contexts");
 */
export function createCallContextTable(endpoint: string, tableName: string): Promise<void> {
  return createTable(endpoint, {
    TableName: tableName,
    AttributeDefinitions: [{ AttributeName: "contextId", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "contextId", KeyType: "HASH" }],
  });
}
