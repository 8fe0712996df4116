import { randomUUID } from "node:crypto";
import { BatchWriteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { localCredentials } from "@skill-call/local-dynamodb";

export const table = "call-contexts";
/** BatchWriteItem takes no more. */
const batchSize = 25;

/** Stores a context for each call; answers their User-to-User values. */
export async function storeContexts(endpoint: string, count: number): Promise<readonly string[]> {
  const credentials = localCredentials;
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  const ids = Array.from({ length: count }, () => randomUUID());
  for (let at = 0; at < ids.length; at += batchSize) {
    const puts = ids.slice(at, at + batchSize).map((id) => ({ PutRequest: { Item: item(id) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
  client.destroy();
  return ids.map((id) => `${Buffer.from(`csi=${id}`).toString("hex")};encoding=hex`);
}

function item(contextId: string) {
  const now = Date.now();
  return {
    contextId: { S: contextId },
    callerName: { S: "Ana" },
    accountIdVerified: { BOOL: false },
    reason: { M: { id: { S: "billing" } } },
    locale: { S: "en-US" },
    callStarter: { S: "skill-call" },
    status: { S: "created" },
    createdAt: { S: new Date(now).toISOString() },
    expiresAt: { N: String(Math.floor(now / 1000) + 3600) },
  };
}
