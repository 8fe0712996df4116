import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterEach, expect, test } from "@jest/globals";
import { until } from "@skill-call/test-peers/until";
import {
  createCallContextTable,
  type Exchange,
  type LocalDynamoDb,
  type LocalDynamoDbOptions,
  localCredentials,
  startLocalDynamoDb,
} from "./index.ts";

const TableName = "call-contexts";
const Key = { contextId: { S: "one" } };

let open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.reverse()) await close();
  open = [];
});

async function start(options: LocalDynamoDbOptions = {}) {
  const dynamoDb = await startLocalDynamoDb(options);
  open.push(() => dynamoDb.close());
  await createCallContextTable(dynamoDb.endpoint, TableName);
  return { dynamoDb, client: clientOf(dynamoDb) };
}

function clientOf({ endpoint }: LocalDynamoDb, maxAttempts = 1) {
  const client = new DynamoDBClient({
    endpoint,
    region: "local",
    credentials: localCredentials,
    maxAttempts,
  });
  open.push(async () => client.destroy());
  return client;
}

function put(client: DynamoDBClient, contextId = "one", attributes = {}) {
  const Item = { contextId: { S: contextId }, ...attributes };
  return client.send(new PutItemCommand({ TableName, Item }));
}

async function get(client: DynamoDBClient, ConsistentRead = true, contextId = "one") {
  const key = { contextId: { S: contextId } };
  return (await client.send(new GetItemCommand({ TableName, Key: key, ConsistentRead }))).Item;
}

async function failure(request: Promise<unknown>): Promise<Error> {
  const error = await request.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(error instanceof Error)) throw new Error("The request did not fail");
  return error;
}

/** What was seen since the table was made. */
function seen(dynamoDb: LocalDynamoDb) {
  const requests = dynamoDb.requests();
  return requests.filter(({ operation }) => operation.endsWith("Item"));
}

const allOld = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
const isNew = "attribute_not_exists(contextId)";

test.each([
  ["PutItem", new PutItemCommand({ TableName, Item: Key, ConditionExpression: isNew, ...allOld })],
  ["UpdateItem", new UpdateItemCommand({ TableName, Key, ConditionExpression: isNew, ...allOld })],
  ["DeleteItem", new DeleteItemCommand({ TableName, Key, ConditionExpression: isNew, ...allOld })],
])("a failed condition of %s brings the item where ALL_OLD is asked for", async (_, command) => {
  const { client } = await start();
  await put(client, "one", { note: { S: "first" } });
  const error = await failure(client.send(command as PutItemCommand));
  expect(error).toBeInstanceOf(ConditionalCheckFailedException);
  expect((error as ConditionalCheckFailedException).Item).toEqual({
    contextId: { S: "one" },
    note: { S: "first" },
  });
});

test("a failed condition brings no item where it is not asked for, or where there is none", async () => {
  const { client } = await start();
  await put(client);
  const unasked = new PutItemCommand({ TableName, Item: Key, ConditionExpression: isNew });
  const absent = new DeleteItemCommand({
    TableName,
    Key: { contextId: { S: "none" } },
    ConditionExpression: "attribute_exists(contextId)",
    ...allOld,
  });
  expect(await failure(client.send(unasked))).toHaveProperty("Item", undefined);
  expect(await failure(client.send(absent))).toHaveProperty("Item", undefined);
});

test("the item of a failed condition is the one that the condition saw, however many write at once", async () => {
  const { client } = await start();
  const setVersion = (version: string) => put(client, "one", { version: { N: version } });
  await setVersion("2");
  const expectOne = () =>
    client.send(
      new UpdateItemCommand({
        TableName,
        Key,
        ConditionExpression: "version = :one",
        ExpressionAttributeValues: { ":one": { N: "1" } },
        ...allOld,
      }),
    );
  const failures = await Promise.all(
    Array.from({ length: 40 }, async (_, turn) => {
      const write = setVersion(turn % 2 ? "1" : "2");
      const error = await expectOne().catch((error: unknown) => error);
      await write;
      return error instanceof ConditionalCheckFailedException ? [error.Item?.version?.N] : [];
    }),
  );
  expect(new Set(failures.flat())).toEqual(new Set(["2"]));
});

test("the sweep deletes what expired by the injected clock, and nothing else", async () => {
  let now = 1_000_000;
  const { client, dynamoDb } = await start({ clock: () => now });
  await put(client, "short", { expiresAt: { N: "1010" } });
  await put(client, "long", { expiresAt: { N: "2000" } });
  await put(client, "without");
  await put(client, "no number", { expiresAt: { S: "1" } });
  expect(await dynamoDb.sweepExpired()).toBe(0);
  now = 1_010_000;
  expect(await dynamoDb.sweepExpired()).toBe(1);
  expect(await get(client, true, "short")).toBeUndefined();
  expect(await get(client, true, "long")).toBeDefined();
});

test("an expired item stays readable until it is swept, as in DynamoDB", async () => {
  const { client } = await start({ clock: () => 5_000_000 });
  await put(client, "one", { expiresAt: { N: "10" } });
  expect(await get(client)).toBeDefined();
});

test.each([
  ["throttle", "ProvisionedThroughputExceededException"],
  ["internal-server-error", "InternalServerError"],
] as const)("%s answers %s and carries nothing out", async (kind, name) => {
  const { client, dynamoDb } = await start();
  dynamoDb.faults.add({ operation: "PutItem", kind });
  expect((await failure(put(client))).name).toBe(name);
  expect(await get(client)).toBeUndefined();
  expect(seen(dynamoDb)[0]).toEqual({ operation: "PutItem", outcome: name });
});

test("answer-lost carries the request out and breaks the connection", async () => {
  const { client, dynamoDb } = await start();
  dynamoDb.faults.add({ operation: "PutItem", kind: "answer-lost", times: 1 });
  expect((await failure(put(client))).message).toContain("ECONNRESET");
  expect(await get(client)).toBeDefined();
  expect(seen(dynamoDb)[0]).toEqual({ operation: "PutItem", outcome: "answer-lost" });
});

test("hang neither answers nor carries out", async () => {
  const { client, dynamoDb } = await start();
  dynamoDb.faults.add({ operation: "PutItem", kind: "hang" });
  const abort = new AbortController();
  const hanging = client.send(new PutItemCommand({ TableName, Item: Key }), {
    abortSignal: abort.signal,
  });
  await until(() => seen(dynamoDb).at(0)?.outcome === "hung");
  abort.abort();
  expect((await failure(hanging)).name).toBe("AbortError");
  expect(await get(client)).toBeUndefined();
});

test("delay answers in the end", async () => {
  const { client, dynamoDb } = await start();
  dynamoDb.faults.add({ kind: "delay", delayMs: 1 });
  await put(client);
  expect(await get(client)).toBeDefined();
});

test("stale-read hides an item from a read that is not strongly consistent only", async () => {
  const { client, dynamoDb } = await start();
  await put(client);
  dynamoDb.faults.add({ operation: "GetItem", kind: "stale-read", times: 2 });
  expect(await get(client, false)).toBeUndefined();
  expect(await get(client, true)).toBeDefined();
});

test("stale-read waits for a read: a write is carried out", async () => {
  const { client, dynamoDb } = await start();
  dynamoDb.faults.add({ kind: "stale-read" });
  await put(client);
  expect(await get(client, false)).toBeUndefined();
  expect(await get(client, false)).toBeDefined();
});

test("a fault befalls as many requests as it says, of its operation only", async () => {
  const { client, dynamoDb } = await start();
  dynamoDb.faults.add({ operation: "GetItem", kind: "throttle", times: 2 });
  await put(client);
  await failure(get(client));
  await failure(get(client));
  await get(client);
  expect(seen(dynamoDb).map(({ outcome }) => outcome)).toEqual([
    "ok",
    "ProvisionedThroughputExceededException",
    "ProvisionedThroughputExceededException",
    "ok",
  ]);
});

test("cleared faults befall nobody", async () => {
  const { client, dynamoDb } = await start();
  dynamoDb.faults.add({ kind: "throttle", times: 5 });
  dynamoDb.faults.clear();
  await expect(put(client)).resolves.toBeDefined();
});

test("the list of requests holds operations and outcomes, no content", async () => {
  const { client, dynamoDb } = await start();
  await put(client, "secret");
  const before = dynamoDb.requests();
  await failure(
    client.send(new PutItemCommand({ TableName, Item: {}, ConditionExpression: isNew })),
  );
  expect(seen(dynamoDb)).toEqual([
    { operation: "PutItem", outcome: "ok" },
    { operation: "PutItem", outcome: "ValidationException" },
  ]);
  expect(before).toHaveLength(dynamoDb.requests().length - 1);
  expect(JSON.stringify(dynamoDb.requests())).not.toContain("secret");
});

test("whoever watches hears each request with its content, its signer and what became of it", async () => {
  const heard: Exchange[] = [];
  const { dynamoDb, client } = await start({ onExchange: (exchange) => heard.push(exchange) });
  heard.length = 0;
  await put(client);
  dynamoDb.faults.add({ kind: "answer-lost" });
  await failure(put(client, "two"));
  const common = { accessKeyId: "local", durationMs: expect.any(Number) };
  expect(heard).toEqual([
    {
      ...common,
      operation: "PutItem",
      outcome: "ok",
      input: { TableName, Item: Key },
      output: {},
    },
    {
      ...common,
      operation: "PutItem",
      outcome: "answer-lost",
      input: { TableName, Item: { contextId: { S: "two" } } },
    },
  ]);
});

test("a request that is not JSON is answered and heard of", async () => {
  const heard: Exchange[] = [];
  const { dynamoDb } = await start({ onExchange: (exchange) => heard.push(exchange) });
  const answer = await fetch(dynamoDb.endpoint, { method: "POST", body: "hello" });
  expect([answer.ok, heard.at(-1)?.input]).toEqual([false, "hello"]);
});

test("a table on disk outlives a restart", async () => {
  const path = await mkdtemp(join(tmpdir(), "local-dynamodb-"));
  open.push(() => rm(path, { recursive: true }));
  const first = await startLocalDynamoDb({ path });
  await createCallContextTable(first.endpoint, TableName);
  await put(clientOf(first), "kept");
  await first.close();
  const second = await start({ path });
  expect(await get(second.client, true, "kept")).toEqual({ contextId: { S: "kept" } });
});

test("a table in memory is gone after a restart", async () => {
  const first = await startLocalDynamoDb();
  await createCallContextTable(first.endpoint, TableName);
  await put(clientOf(first), "lost");
  await first.close();
  const second = await start();
  expect(await get(second.client, true, "lost")).toBeUndefined();
});

test("a table that exists is not created again", async () => {
  const { client, dynamoDb } = await start();
  await put(client);
  await createCallContextTable(dynamoDb.endpoint, TableName);
  expect(await get(client)).toBeDefined();
});

test("a table name that DynamoDB refuses is an error with its type", async () => {
  const { dynamoDb } = await start();
  const error = await failure(createCallContextTable(dynamoDb.endpoint, "?"));
  expect(error).toMatchObject({ operation: "CreateTable", type: "ValidationException" });
});

test("close breaks off what hangs and leaves nothing listening", async () => {
  const { client, dynamoDb } = await start();
  dynamoDb.faults.add({ kind: "hang" });
  dynamoDb.faults.add({ kind: "delay", delayMs: 60_000 });
  const hanging = failure(put(client));
  const delayed = failure(put(client));
  await until(() => seen(dynamoDb).length >= 2);
  await dynamoDb.close();
  expect((await hanging).message).toContain("socket hang up");
  expect((await delayed).message).toContain("socket hang up");
  expect((await failure(put(client))).message).toContain("ECONNREFUSED");
});

test("close waits for a write that is under way", async () => {
  const { client, dynamoDb } = await start();
  const writing = put(client).catch(() => "broken off");
  await until(() => seen(dynamoDb).length >= 1);
  await expect(dynamoDb.close()).resolves.toBeUndefined();
  await writing;
});
