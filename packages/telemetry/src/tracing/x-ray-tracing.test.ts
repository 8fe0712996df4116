import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";
import type { Log } from "../log/log.ts";
import { traceHeader, XRayDaemon } from "../testing/x-ray-daemon.ts";
import type { SendSegment } from "./subsegment.ts";
import { xRayTracing } from "./x-ray-tracing.ts";

const TableName = "call-contexts";
const handlerName = "## index.handler";

let dynamoDb: LocalDynamoDb;
let daemon: XRayDaemon;
let client: DynamoDBClient;

beforeAll(async () => {
  [dynamoDb, daemon] = [await startLocalDynamoDb(), await XRayDaemon.start()];
  await createCallContextTable(dynamoDb.endpoint, TableName);
});

afterAll(async () => {
  client.destroy();
  await Promise.all([dynamoDb.close(), daemon.close()]);
});

const log = jest.fn<Log>();

beforeEach(async () => {
  await daemon.settled();
  daemon.forget();
  delete process.env.POWERTOOLS_TRACE_ENABLED;
  Object.assign(process.env, daemon.environment);
  client?.destroy();
  client = new DynamoDBClient({
    endpoint: dynamoDb.endpoint,
    region: "us-east-1",
    credentials: localCredentials,
  });
  dynamoDb.faults.clear();
  log.mockReset();
});

function tracing(open?: () => SendSegment) {
  return xRayTracing({ service: "skill", log, ...(open && { open }) });
}

/** Invokes as Lambda does, which says with each invocation whether it is sampled. */
async function invoke<T>(handler: () => Promise<T>, { sampled = true } = {}): Promise<T> {
  process.env._X_AMZN_TRACE_ID = traceHeader(sampled);
  try {
    return await handler();
  } finally {
    delete process.env._X_AMZN_TRACE_ID;
  }
}

const Item = { contextId: { S: "0f8e6a1c2b7d4e5f" }, callerName: { S: "Joséphine" } };

function stored(): Promise<string> {
  return client.send(new PutItemCommand({ TableName, Item })).then(() => "stored");
}

test("a sampled invocation is a subsegment of Lambda's own segment, with what is said of it", async () => {
  const { handler, annotate } = tracing();
  const handle = handler(async (event: string) => {
    annotate({ event, outcome: "routed", destination: undefined });
    return "answer";
  });
  expect(await invoke(() => handle("HANGUP"))).toBe("answer");
  await invoke(() => handle("RINGING"));
  expect(await daemon.received(handlerName, 2)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      name: handlerName,
      type: "subsegment",
      trace_id: "1-5759e988-bd862e3fe1be46a994272793",
      parent_id: "557abcec3ee5a047",
      start_time: expect.any(Number),
      end_time: expect.any(Number),
      annotations: { Service: "skill", ColdStart: true, event: "HANGUP", outcome: "routed" },
    },
    expect.objectContaining({
      annotations: { Service: "skill", ColdStart: false, event: "RINGING", outcome: "routed" },
    }),
  ]);
});

test("a request to DynamoDB is a subsegment that says the operation and the table, and nothing of the item", async () => {
  const traced = tracing();
  traced.client(client);
  expect(await invoke(traced.handler(stored))).toBe("stored");
  const [invocation] = await daemon.received(handlerName);
  const [request] = await daemon.received("DynamoDB");
  expect(request).toMatchObject({
    parent_id: invocation?.id,
    namespace: "aws",
    aws: { operation: "PutItem", table_name: TableName, retries: 0 },
  });
  expect(daemon.text).not.toMatch(/Joséphine|0f8e6a1c2b7d4e5f/);
});

test.each([true, false])(
  "a client that is made later, in an invocation that is sampled (%s), is traced in those that are",
  async (sampled) => {
    const traced = tracing();
    await invoke(traced.handler(async () => "loaded"));
    const make = traced.handler(async () => traced.client(client));
    await invoke(make, { sampled });
    await invoke(traced.handler(stored));
    expect(await daemon.received("DynamoDB")).toHaveLength(1);
  },
);

test("what throws at once is called once, and its words are in no trace", async () => {
  const { handler, request } = tracing();
  const send = jest.fn((): Promise<never> => fail());
  await expect(invoke(handler(request("alexa", send)))).rejects.toThrow("Joséphine");
  expect(send).toHaveBeenCalledTimes(1);
  expect(await daemon.received("alexa")).toMatchObject([{ annotations: { error: "Error" } }]);
  await daemon.received(handlerName);
  expect(daemon.text).not.toContain("Joséphine");
});

test("a request of our own is a subsegment of its service's name", async () => {
  const { handler, request } = tracing();
  const ask = request("destination-service", async (name: string) => `+1 of ${name}`);
  expect(await invoke(handler(() => ask("Joséphine")))).toBe("+1 of Joséphine");
  const [asked] = await daemon.received("destination-service");
  expect(asked).toMatchObject({ namespace: "remote" });
  expect(asked).not.toHaveProperty("fault");
  expect(daemon.text).not.toContain("Joséphine");
});

test("what fails is marked by the error's code or name, without a word of what it says", async () => {
  const { handler, request } = tracing();
  const error = Object.assign(new Error("no number for Joséphine"), { code: "ECONNRESET" });
  const ask = request("alexa", () => Promise.reject(error));
  const handle = handler(async () => {
    await ask().catch(() => undefined);
    throw new TypeError("Joséphine is undefined");
  });
  await expect(invoke(handle)).rejects.toThrow("Joséphine is undefined");
  const [invocation] = await daemon.received(handlerName);
  const [asked] = await daemon.received("alexa");
  expect(asked).toMatchObject({ fault: true, annotations: { error: "ECONNRESET" } });
  expect(invocation).toMatchObject({ fault: true, annotations: { error: "TypeError" } });
  expect(daemon.text).not.toContain("Joséphine");
});

test("what DynamoDB says of a failed request stays with who sent it; the trace has the error's name", async () => {
  const traced = tracing();
  traced.client(client);
  const refused = () =>
    client.send(new GetItemCommand({ TableName: "Joséphine", Key: { contextId: { S: "x" } } }));
  await expect(invoke(traced.handler(refused))).rejects.toMatchObject({
    name: expect.stringMatching(/Exception$/),
    message: expect.stringMatching(/.{10}/),
    $metadata: { httpStatusCode: 400 },
  });
  const [request] = await daemon.received("DynamoDB");
  expect(request).toMatchObject({
    error: true,
    fault: true,
    annotations: { error: expect.stringMatching(/Exception$/) },
  });
});

test("an invocation that lets go of a request that hangs is told all the same", async () => {
  const traced = tracing();
  traced.client(client);
  dynamoDb.faults.add({ kind: "hang" });
  const controller = new AbortController();
  const handle = traced.handler(async () => {
    const hangs = client.send(new PutItemCommand({ TableName, Item }), {
      abortSignal: controller.signal,
    });
    hangs.catch(() => undefined);
    return "in time";
  });
  expect(await invoke(handle)).toBe("in time");
  controller.abort();
  expect(await daemon.received(handlerName)).toHaveLength(1);
  expect(await daemon.received("DynamoDB")).toMatchObject([{ fault: true }]);
});

test("between two sampled invocations, one that is not sampled says nothing", async () => {
  const traced = tracing();
  traced.client(client);
  const handle = traced.handler(async () => {
    traced.annotate({ outcome: "stored" });
    return stored();
  });
  await invoke(handle);
  await daemon.received(handlerName);
  daemon.forget();
  expect(await invoke(handle, { sampled: false })).toBe("stored");
  expect(await handle()).toBe("stored");
  await daemon.settled();
  expect(daemon.segments).toEqual([]);
  await invoke(handle);
  expect(await daemon.received(handlerName)).toHaveLength(1);
  expect(log).not.toHaveBeenCalled();
});

test.each([
  ["is not sampled", "", false],
  ["is sampled where tracing is off", "false", true],
  ["is sampled where tracing is off, in capitals", "FALSE", true],
])("an invocation that %s does not even open the way to X-Ray", async (_, enabled, sampled) => {
  const open = jest.fn<() => SendSegment>();
  process.env.POWERTOOLS_TRACE_ENABLED = enabled;
  const { handler, annotate, request } = tracing(open);
  const ask = request("alexa", async () => annotate({ outcome: "asked" }));
  await invoke(handler(ask), { sampled });
  expect(open).not.toHaveBeenCalled();
});

test("the first invocation is no cold start where Lambda was started beforehand", async () => {
  process.env.AWS_LAMBDA_INITIALIZATION_TYPE = "provisioned-concurrency";
  await invoke(tracing().handler(async () => "answer"));
  const [invocation] = await daemon.received(handlerName);
  expect(invocation?.annotations).toEqual({ Service: "skill", ColdStart: false });
});

test("a cold start is the first invocation, not the first that is sampled", async () => {
  const handle = tracing().handler(async () => "answer");
  await invoke(handle, { sampled: false });
  await invoke(handle);
  const [invocation] = await daemon.received(handlerName);
  expect(invocation?.annotations).toMatchObject({ ColdStart: false });
});

test("a way that cannot be opened is logged once, and every answer leaves as without it", async () => {
  process.env.AWS_XRAY_DAEMON_ADDRESS = "nowhere";
  const { handler, client: traced } = tracing();
  const handle = handler(async () => traced(client) && "answer");
  expect([await invoke(handle), await invoke(handle)]).toEqual(["answer", "answer"]);
  expect(log.mock.calls).toEqual([["warn", "trace.unavailable", { error: "RangeError" }]]);
});

test("what breaks while a trace is sent breaks nothing, and nothing is done twice", async () => {
  const { handler, request, annotate } = tracing(() => fail);
  const send = jest.fn(async () => "answer");
  const ask = request("alexa", send);
  const handle = handler(async () => {
    annotate({ outcome: "asked" });
    return ask();
  });
  expect(await invoke(handle)).toBe("answer");
  expect(send).toHaveBeenCalledTimes(1);
  expect(log).toHaveBeenCalledWith("warn", "trace.failed", { error: "Error" });
});

test("a request that outlives its invocation says nothing more, not even in the next one", async () => {
  const { handler, request } = tracing();
  let answerLate = (_answer: string) => {};
  const late = new Promise<string>((resolve) => {
    answerLate = resolve;
  });
  const ask = request("alexa", () => late);
  const asked: Promise<string>[] = [];
  await invoke(handler(async () => asked.push(ask())));
  const [given] = await daemon.received("alexa");
  expect(given).toMatchObject({ fault: true });
  await invoke(
    handler(async () => {
      answerLate("late");
      await Promise.all(asked);
    }),
  );
  await daemon.received(handlerName, 2);
  await daemon.settled();
  expect(daemon.segments.filter(({ name }) => name === "alexa")).toHaveLength(1);
});

function fail(_after?: unknown): never {
  throw new Error("Joséphine");
}
