import type { GetCommandInput } from "@aws-sdk/lib-dynamodb";

/** Reads an item, strongly consistent: the agent's screen may ask a moment after the write. */
export function getRequest(tableName: string, contextId: string): GetCommandInput {
  return { TableName: tableName, Key: { contextId }, ConsistentRead: true };
}
