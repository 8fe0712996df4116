import { beforeEach, expect, test } from "@jest/globals";
import { until } from "@skill-call/test-peers/until";
import { type CallContext, StoreUnavailableError } from "../src/index.ts";
import { systemAfter } from "../src/timers.ts";
import { context, LocalTable, ManualTime, now, nowSeconds } from "./local-table.ts";

const table = new LocalTable();
beforeEach(() => {
  table.newRequests();
});

/** Refuses to bring the item of a failed condition, as dynalite does, and some proxies. */
function clientWithoutFailedItems() {
  const client = table.client();
  client.middlewareStack.add((next) => async (args) => {
    return next({ ...args, input: { ...args.input, ReturnValuesOnConditionCheckFailure: "NONE" } });
  });
  return client;
}

async function failure(request: Promise<unknown>): Promise<Error> {
  const error = await request.catch((error: unknown) => error);
  if (error instanceof Error) return error;
  throw new Error("The request did not fail");
}

const answerLost = { kind: "answer-lost" } as const;

test("a create whose answer was lost and that was repeated is a success", async () => {
  table.dynamoDb.faults.add({ ...answerLost, operation: "PutItem" });
  const store = table.store();
  const record = await store.create(context);
  expect(table.newRequests()).toEqual([
    "PutItem answer-lost",
    "PutItem ConditionalCheckFailedException",
  ]);
  expect(await store.get(record.contextId)).toEqual(record);
});

test("a repeated create is a success too where the failed condition brings no item", async () => {
  table.dynamoDb.faults.add({ ...answerLost, operation: "PutItem" });
  const store = table.store({ client: clientWithoutFailedItems() });
  const record = await store.create(context);
  expect(table.newRequests()).toEqual([
    "PutItem answer-lost",
    "PutItem ConditionalCheckFailedException",
    "GetItem ok",
  ]);
  expect(await store.get(record.contextId)).toEqual(record);
});

test("a create whose ID is another record's takes a new ID and leaves that record alone", async () => {
  const theirs = { contextId: "taken", note: "theirs", expiresAt: nowSeconds + 60 };
  await table.put(theirs);
  const ids = ["taken", "free"];
  const store = table.store({ newId: () => ids.shift() ?? "none" });
  expect((await store.create(context)).contextId).toBe("free");
  expect(await table.item("taken")).toEqual(theirs);
});

test("a create that finds no free ID gives up", async () => {
  await table.put({ contextId: "taken", expiresAt: nowSeconds + 60 });
  const store = table.store({ newId: () => "taken" });
  expect(await failure(store.create(context))).toBeInstanceOf(StoreUnavailableError);
  expect(table.newRequests()).toHaveLength(3);
});

test("an error of the source of IDs comes through as it is", async () => {
  const dry = new Error("No more IDs");
  const store = table.store({
    newId: () => {
      throw dry;
    },
  });
  expect(await failure(store.create(context))).toBe(dry);
});

test("a claim whose answer was lost and that was repeated answers the context", async () => {
  const store = table.store();
  const record = await store.create(context);
  table.dynamoDb.faults.add({ ...answerLost, operation: "UpdateItem" });
  const claimed = await store.claim(record.contextId, "call");
  expect(claimed).toEqual({ ...record, status: "claimed", transactionId: "call" });
});

test.each([
  ["brings the item", () => table.client()],
  ["brings no item", clientWithoutFailedItems],
])(
  "an advance whose answer was lost tells that it moved the status, where the condition %s",
  async (_, client) => {
    const store = table.store({ client: client() });
    const { contextId } = await store.create(context);
    table.dynamoDb.faults.add({ ...answerLost, operation: "UpdateItem" });
    expect(await store.advance(contextId, "connected")).toBe(true);
    expect(await store.advance(contextId, "connected")).toBe(false);
  },
);

test("a claim tells what is wrong also where the failed condition brings no item", async () => {
  const store = table.store({ client: clientWithoutFailedItems() });
  const { contextId } = await store.create(context);
  await store.claim(contextId, "call");
  await store.advance(contextId, "connected");
  expect((await store.claim(contextId, "call")).status).toBe("connected");
  expect(await failure(store.claim(contextId, "another"))).toMatchObject({
    code: "call-context.already-claimed",
  });
  expect(await failure(store.claim("unknown", "call"))).toMatchObject({
    code: "call-context.not-found",
  });
});

test("an expired record is not found once the TTL swept it, and expired until then", async () => {
  let time = now - 3_600_000;
  const store = table.store({ clock: () => time });
  const { contextId } = await store.create(context);
  time = now;
  expect(await failure(store.get(contextId))).toMatchObject({ code: "call-context.expired" });
  expect(await table.item(contextId)).toMatchObject({ status: "created" });
  await table.dynamoDb.sweepExpired();
  expect(await failure(store.get(contextId))).toMatchObject({ code: "call-context.not-found" });
});

test("an expired record that nobody swept stays as it is under claim and advance", async () => {
  let time = now - 3_600_000;
  const store = table.store({ clock: () => time });
  const { contextId } = await store.create(context);
  const before = await table.item(contextId);
  time = now;
  await failure(store.claim(contextId, "call"));
  await failure(store.advance(contextId, "ended"));
  expect(await table.item(contextId)).toEqual(before);
});

test("a read right after the write finds what an eventually consistent one would miss", async () => {
  const store = table.store();
  const record = await store.create(context);
  table.dynamoDb.faults.add({ operation: "GetItem", kind: "stale-read" });
  expect(await store.get(record.contextId)).toEqual(record);
});

const operations = {
  create: (store: ReturnType<LocalTable["store"]>, _: string, signal?: AbortSignal) =>
    store.create(context, signal ? { signal } : {}),
  get: (store: ReturnType<LocalTable["store"]>, contextId: string, signal?: AbortSignal) =>
    store.get(contextId, signal ? { signal } : {}),
  claim: (store: ReturnType<LocalTable["store"]>, contextId: string, signal?: AbortSignal) =>
    store.claim(contextId, "call", signal ? { signal } : {}),
  advance: (store: ReturnType<LocalTable["store"]>, contextId: string, signal?: AbortSignal) =>
    store.advance(contextId, "ended", signal ? { signal } : {}),
};
const eachOperation = Object.entries(operations);

test.each(eachOperation)("%s on a hung server ends with the time limit", async (_, request) => {
  const { contextId } = await table.store().create(context);
  table.dynamoDb.faults.add({ kind: "hang" });
  const limits = { requestTimeoutMs: 20, after: systemAfter };
  const error = await failure(request(table.store(limits), contextId));
  expect(error).toBeInstanceOf(StoreUnavailableError);
  expect(error.cause).toMatchObject({ name: "TimeoutError" });
});

test.each(eachOperation)("%s on a hung server ends with its signal", async (_, request) => {
  const { contextId } = await table.store().create(context);
  table.newRequests();
  table.dynamoDb.faults.add({ kind: "hang" });
  const deadline = new AbortController();
  const reason = new Error("The deadline of the call passed");
  const hanging = failure(request(table.store(), contextId, deadline.signal));
  await until(() => table.dynamoDb.requests().at(-1)?.outcome.includes("hung") ?? false);
  deadline.abort(reason);
  const error = await hanging;
  expect(error).toBeInstanceOf(StoreUnavailableError);
  expect(error.cause).toBe(reason);
  expect(table.newRequests()).toHaveLength(1);
});

test("throttling that ends within the attempts is not noticed", async () => {
  table.dynamoDb.faults.add({ kind: "throttle", times: 2 });
  const record = await table.store().create(context);
  expect(record.status).toBe("created");
  expect(table.newRequests()).toHaveLength(3);
});

test.each(eachOperation)("%s under endless throttling ends with its cause", async (_, request) => {
  const { contextId } = await table.store().create(context);
  table.dynamoDb.faults.add({ kind: "throttle", times: 100 });
  const store = table.store();
  const error = await failure(request(store, contextId));
  expect(error).toBeInstanceOf(StoreUnavailableError);
  expect(error.cause).toMatchObject({ name: "ProvisionedThroughputExceededException" });
});

test("throttling beyond the time ends with the time, and its cause is the throttling", async () => {
  table.dynamoDb.faults.add({ kind: "throttle", times: 100 });
  const time = new ManualTime();
  const limits = { requestTimeoutMs: 120, attemptTimeoutMs: 1000, after: time.after };
  const creating = failure(table.store(limits).create(context));
  await time.run(50);
  await until(() => time.waits.includes(100));
  await time.run(120);
  const error = await creating;
  expect(error).toBeInstanceOf(StoreUnavailableError);
  expect(error.cause).toMatchObject({ name: "ProvisionedThroughputExceededException" });
  expect(table.newRequests()).toHaveLength(2);
  expect(time.waits).toEqual([]);
});

const hungRequests = () =>
  table.dynamoDb.requests().filter(({ outcome }) => outcome === "hung").length - hungBefore;
let hungBefore = 0;
beforeEach(() => {
  hungBefore = 0;
  hungBefore = hungRequests();
});

test("a hung attempt is given up, and the next has twice the time", async () => {
  table.dynamoDb.faults.add({ kind: "hang", times: 2 });
  const time = new ManualTime();
  const creating = table.store({ attemptTimeoutMs: 400, after: time.after }).create(context);
  for (const [hung, limit, pause] of [
    [1, 400, 50],
    [2, 800, 100],
  ] as const) {
    await until(() => hungRequests() >= hung);
    await time.run(limit);
    await time.run(pause);
  }
  await expect(creating).resolves.toMatchObject({ status: "created" });
  expect(table.newRequests()).toEqual(["PutItem hung", "PutItem hung", "PutItem ok"]);
  expect(time.waits).toEqual([]);
});

test("the SDK repeats nothing by itself, whatever retries the client has", async () => {
  table.dynamoDb.faults.add({ kind: "throttle" });
  const store = table.store({ client: table.client({ maxAttempts: 10 }) });
  await store.create(context);
  expect(table.newRequests()).toEqual([
    "PutItem ProvisionedThroughputExceededException",
    "PutItem ok",
  ]);
});

test("what DynamoDB refuses for good is not asked again", async () => {
  await failure(table.store({ tableName: "no-such-table" }).create(context));
  expect(table.newRequests()).toEqual(["PutItem ResourceNotFoundException"]);
});

test("an internal server error is repeated, and the cause when it lasts", async () => {
  const store = table.store();
  table.dynamoDb.faults.add({ kind: "internal-server-error" });
  await expect(store.create(context)).resolves.toBeDefined();
  table.dynamoDb.faults.add({ kind: "internal-server-error", times: 100 });
  expect((await failure(store.create(context))).cause).toMatchObject({
    name: "InternalServerError",
  });
});

test("a table that is not there is a store that is not available", async () => {
  const error = await failure(table.store({ tableName: "no-such-table" }).create(context));
  expect(error).toBeInstanceOf(StoreUnavailableError);
  expect(error.message).toContain("ResourceNotFoundException");
});

test.each([
  ["undefined in a required place", "callerName", { callerName: undefined }],
  ["NaN", "score", { score: Number.NaN }],
  ["Infinity", "score", { score: Number.POSITIVE_INFINITY }],
  ["half of a surrogate pair", "reason.text", { reason: { id: "billing", text: "\ud83d" } }],
  ["an empty attribute name", "context", { "": "x" }],
  ["more than 400 KB", "history", { history: "x".repeat(410_000) }],
])("%s is refused before any request, and the field named", async (_, field, change) => {
  const error = await failure(table.store().create({ ...context, ...change } as CallContext));
  expect(error).toMatchObject({ code: "call-context.invalid-context", field });
  expect(table.newRequests()).toEqual([]);
});

test("an ID that cannot be one, an empty key among them, is not found without a request", async () => {
  const store = table.store();
  for (const id of ["", "a b", "\ud83d", undefined as unknown as string]) {
    expect(await failure(store.get(id))).toMatchObject({ code: "call-context.not-found" });
    expect(await failure(store.claim(id, "call"))).toMatchObject({
      code: "call-context.not-found",
    });
    expect(await failure(store.advance(id, "ended"))).toMatchObject({
      code: "call-context.not-found",
    });
  }
  expect(table.newRequests()).toEqual([]);
});

test("the largest context that is taken can be stored, claimed and ended", async () => {
  const store = table.store();
  const largest = { ...context, history: "x".repeat(408_300) };
  const { contextId } = await store.create(largest);
  await store.claim(contextId, "46e6f593-1f1c-4808-9166-a141624cf145");
  expect(await store.advance(contextId, "connected")).toBe(true);
});

test("one call costs four requests, and one of them loads and claims", async () => {
  const store = table.store();
  const { contextId } = await store.create(context);
  await store.claim(contextId, "call");
  await store.advance(contextId, "connected", { transactionId: "call" });
  await store.advance(contextId, "ended", { transactionId: "call" });
  expect(table.newRequests()).toEqual([
    "PutItem ok",
    "UpdateItem ok",
    "UpdateItem ok",
    "UpdateItem ok",
  ]);
});

test("a note whose answer was lost and that was repeated is noted once", async () => {
  const store = table.store();
  const { contextId } = await store.create(context);
  table.dynamoDb.faults.add({ kind: "answer-lost", operation: "UpdateItem" });
  const note = await store.addNote(contextId, { id: "n1", text: "Sent the invoice" });
  expect((await store.history(contextId)).notes).toEqual([note]);
});

test("a history costs one request, and a note one", async () => {
  const store = table.store();
  const { contextId } = await store.create(context);
  await store.addNote(contextId, { id: "n1", text: "Sent the invoice" });
  await store.history(contextId);
  expect(table.newRequests()).toEqual(["PutItem ok", "UpdateItem ok", "GetItem ok"]);
});

test("a repeated claim costs one request, however far the call is", async () => {
  const store = table.store();
  const { contextId } = await store.create(context);
  await store.claim(contextId, "call");
  await store.advance(contextId, "connected");
  table.newRequests();
  await store.claim(contextId, "call");
  expect(table.newRequests()).toEqual(["UpdateItem ConditionalCheckFailedException"]);
});

test("the table keeps the record under its own names, and the time to live in epoch seconds", async () => {
  const { contextId } = await table.store().create(context);
  expect(await table.item(contextId)).toEqual({
    ...context,
    contextId,
    status: "created",
    createdAt: "2026-01-02T03:04:05.678Z",
    expiresAt: nowSeconds + 600,
    writeToken: expect.any(String),
  });
});
