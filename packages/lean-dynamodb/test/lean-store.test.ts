import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { createItemStore } from "@skill-call/call-context";
import {
  callContextFaultConformance,
  callContextStoreConformance,
  callHistoryConformance,
} from "@skill-call/call-context/testing";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";
import { leanItemClient } from "../src/index.ts";

/** 2026-01-02T03:04:05.678Z */
const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const tableName = "call-contexts";
/** Milliseconds: no machine is so busy that a request takes longer, and no test waits for it. */
const never = 3_600_000;

let dynamoDb: LocalDynamoDb;
const servers: Server[] = [];

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb({ clock: () => now });
  await createCallContextTable(dynamoDb.endpoint, tableName);
});
afterEach(() => {
  dynamoDb.faults.clear();
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(() => dynamoDb.close());

function environmentAt(endpoint: string) {
  return {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  };
}

function storeWith(settings: object = {}) {
  const items = leanItemClient({ environment: environmentAt(dynamoDb.endpoint) });
  const limits = { requestTimeoutMs: never, attemptTimeoutMs: never };
  return createItemStore({ clock: () => now, ...limits, ...settings, items, tableName });
}

callContextStoreConformance({ test, createStore: storeWith });
callHistoryConformance({ test, createStore: storeWith });
callContextFaultConformance({
  test,
  faults: {
    add: (fault) => dynamoDb.faults.add(fault),
    clear: () => dynamoDb.faults.clear(),
  },
  createStore: (settings) => storeWith({ ...settings, attemptTimeoutMs: 100 }),
});

test("a refusal is thrown by its name, and is not asked for again", async () => {
  let asked = 0;
  const items = await leanOver((_, response) => {
    asked += 1;
    response
      .writeHead(400)
      .end('{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"}');
  });
  const input = { TableName: tableName, Key: { contextId: "c" } };
  await expect(items.get(input, new AbortController().signal)).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    $metadata: { httpStatusCode: 400 },
  });
  expect(asked).toBe(1);
});

test("an answer that is not JSON is thrown with its status", async () => {
  const items = await leanOver((_, response) => response.writeHead(502).end("<html>"));
  const input = { TableName: tableName, Key: { contextId: "c" } };
  await expect(items.get(input, new AbortController().signal)).rejects.toMatchObject({
    $metadata: { httpStatusCode: 502 },
  });
});

test("a request ends with its signal", async () => {
  const abort = new AbortController();
  const items = await leanOver(() => abort.abort());
  const input = { TableName: tableName, Key: { contextId: "c" } };
  await expect(items.get(input, abort.signal)).rejects.toMatchObject({ name: "AbortError" });
});

async function leanOver(answer: RequestListener) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return leanItemClient({ environment: environmentAt(`http://127.0.0.1:${port}`) });
}
