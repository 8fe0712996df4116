import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, test } from "@jest/globals";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";
import { callContextStoreConformance } from "../testing/index.ts";
import { createCallContextStore } from "./dynamodb-store.ts";

const tableName = "call-contexts";
let dynamoDb: LocalDynamoDb;
let client: DynamoDBClient;

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, tableName);
  const { endpoint } = dynamoDb;
  client = new DynamoDBClient({ endpoint, region: "local", credentials: localCredentials });
});

afterAll(async () => {
  client.destroy();
  await dynamoDb.close();
});

callContextStoreConformance({
  test,
  createStore: (settings) => createCallContextStore({ client, tableName, ...settings }),
});
