import { DeleteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Takes a context of a stack's own Lambda out of the table; a call's context is never removed, it ends by its TTL. */
export async function removeContextFrom(
  TableName: string,
  contextId: string,
  client: DynamoDBClient,
): Promise<void> {
  await client.send(new DeleteItemCommand({ TableName, Key: { contextId: { S: contextId } } }));
}
