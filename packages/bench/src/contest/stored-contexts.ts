import { randomUUID } from "node:crypto";
import { BatchWriteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { localCredentials } from "@skill-call/local-dynamodb";
import { contextItem, table } from "./context-item.ts";

/** BatchWriteItem takes no more. */
const batchSize = 25;

/** Stores so many contexts; answers their IDs. */
export async function storeContexts(endpoint: string, count: number): Promise<readonly string[]> {
  const credentials = localCredentials;
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  const ids = Array.from({ length: count }, () => randomUUID());
  for (let at = 0; at < ids.length; at += batchSize) {
    const puts = ids
      .slice(at, at + batchSize)
      .map((id) => ({ PutRequest: { Item: contextItem(id) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
  client.destroy();
  return ids;
}
