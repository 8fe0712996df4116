import { randomUUID } from "node:crypto";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
  createCallContextTable,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";

const table = "call-contexts";

export interface StoredContexts {
  /** What a Lambda needs to reach the table. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stores one more context; answers its ID. */
  store(): Promise<string>;
  close(): Promise<void>;
}

/** A DynamoDB on this machine with a table of call contexts. */
export async function startStoredContexts(): Promise<StoredContexts> {
  const dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, table);
  const client = new DynamoDBClient({
    endpoint: dynamoDb.endpoint,
    region: "us-east-1",
    credentials: localCredentials,
  });
  return {
    environment: {
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
      CALL_CONTEXT_TABLE: table,
    },
    store: async () => {
      const contextId = randomUUID();
      await client.send(new PutItemCommand({ TableName: table, Item: item(contextId) }));
      return contextId;
    },
    close: async () => {
      client.destroy();
      await dynamoDb.close();
    },
  };
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
