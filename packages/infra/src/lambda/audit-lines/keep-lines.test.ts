import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import { type AwsAnswer, type FakeAws, fakeAws } from "../../testing/fake-aws.ts";

interface Line {
  readonly timestamp: number;
  readonly message: string;
}

const group = "/skill-call/prod/context-api-audit";
const logStream = "2026/11/29/[7]0123456789abcdef";

/** CloudWatch Logs: its streams, and what it answers next instead of carrying out. */
const log = { streams: new Map<string, Line[]>(), refusals: [] as AwsAnswer[], puts: 0 };

let service: FakeAws;
let lambda: BuiltLambda;

beforeAll(async () => {
  service = await fakeAws(({ target, body }) => {
    const input = body as { logGroupName: string; logStreamName: string; logEvents: Line[] };
    if (input.logGroupName !== group) return refusal("AccessDeniedException");
    if (target === "Logs_20140328.CreateLogStream") {
      if (log.streams.has(input.logStreamName)) return refusal("ResourceAlreadyExistsException");
      log.streams.set(input.logStreamName, []);
      return { body: {} };
    }
    log.puts += 1;
    const refused = log.refusals.shift();
    if (refused) return refused;
    const lines = log.streams.get(input.logStreamName);
    if (lines === undefined) return refusal("ResourceNotFoundException");
    lines.push(...input.logEvents);
    return { body: { nextSequenceToken: "1" } };
  });
  lambda = await BuiltLambda.start(
    fileURLToPath(new URL("../../../dist/lambda/audit-lines/index.mjs", import.meta.url)),
    {
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: service.url,
      AUDIT_LOG_GROUP: group,
    },
  );
});

afterAll(async () => {
  await lambda?.stop();
  await service.close();
});

beforeEach(() => {
  log.streams.clear();
  log.refusals = [];
  log.puts = 0;
});

function refusal(name: string): AwsAnswer {
  return { status: 400, body: { __type: name, message: "refused" } };
}

const lineOf = (requestId: string, more = "") =>
  JSON.stringify({ level: "info", message: "audit", requestId, more });

function delivers(messages: readonly string[], messageType = "DATA_MESSAGE") {
  const logEvents = messages.map((message, index) => ({
    id: `${index}`,
    timestamp: index,
    message,
  }));
  const delivery = { messageType, logGroup: "/skill-call/prod/context-api", logStream, logEvents };
  const data = gzipSync(JSON.stringify(delivery)).toString("base64");
  return lambda.invoke({ awslogs: { data } });
}

test("the first lines of a Lambda instance make its stream, the others go on in it", async () => {
  await delivers([lineOf("1"), lineOf("2")]);
  await delivers([lineOf("3")]);
  expect(log.streams.get(logStream)).toEqual([
    { timestamp: 0, message: lineOf("1") },
    { timestamp: 1, message: lineOf("2") },
    { timestamp: 0, message: lineOf("3") },
  ]);
});

test("a stream that another delivery just made is none in the way", async () => {
  log.streams.set(logStream, []);
  log.refusals = [refusal("ResourceNotFoundException")];
  await delivers([lineOf("1")]);
  expect(log.streams.get(logStream)).toHaveLength(1);
});

test("more lines than one request takes go into several", async () => {
  await delivers(Array.from({ length: 3 }, (_, index) => lineOf(`${index}`, "x".repeat(400_000))));
  expect(log.streams.get(logStream)).toHaveLength(3);
  // The first one of them found no stream.
  expect(log.puts).toBe(3);
});

test.each([
  ["refuses", refusal("ThrottlingException")],
  ["takes not all lines", { body: { rejectedLogEventsInfo: { tooOldLogEventEndIndex: 0 } } }],
])("where the log %s the delivery fails, and is tried again", async (_, answer) => {
  log.streams.set(logStream, []);
  log.refusals = [answer];
  await expect(delivers([lineOf("1")])).rejects.toThrow();
});

test("a question whether it can be reached is no line", async () => {
  await delivers(
    ["CWL CONTROL MESSAGE: Checking health of destination Lambda."],
    "CONTROL_MESSAGE",
  );
  expect(log.puts).toBe(0);
});

const line = { id: "0", timestamp: 0, message: lineOf("secret") };
const delivery = { messageType: "DATA_MESSAGE", logGroup: "g", logStream, logEvents: [line] };
const packed = (content: unknown) => ({
  awslogs: { data: gzipSync(JSON.stringify(content) ?? "").toString("base64") },
});

test.each<[string, unknown, field: string]>([
  ["nothing", null, "the delivery"],
  ["another service's event", { Records: [] }, "awslogs"],
  ["data that are none", { awslogs: { data: [1] } }, "awslogs.data"],
  ["data that are not packed", { awslogs: { data: "secret" } }, "awslogs.data"],
  [
    "packed data cut short",
    { awslogs: { data: packed(delivery).awslogs.data.slice(0, -8) } },
    "awslogs.data",
  ],
  [
    "packed text that is no JSON",
    { awslogs: { data: gzipSync('{"secret').toString("base64") } },
    "awslogs.data",
  ],
  ["packed nothing", packed(null), "the delivery"],
  ["another kind of message", packed({ ...delivery, messageType: "secret" }), "messageType"],
  ["no stream", packed({ ...delivery, logStream: undefined }), "logStream"],
  ["no lines", packed({ ...delivery, logEvents: null }), "logEvents"],
  ["a line that is none", packed({ ...delivery, logEvents: ["secret"] }), "logEvents.0"],
  [
    "a line that is no text",
    packed({ ...delivery, logEvents: [line, { ...line, message: { secret: 1 } }] }),
    "logEvents.1.message",
  ],
  [
    "a line without a time",
    packed({ ...delivery, logEvents: [{ message: "secret" }] }),
    "logEvents.0.timestamp",
  ],
])("%s is no delivery: it is refused by the field's name alone", async (_, event, field) => {
  const refused = `Not as CloudWatch Logs delivers it: ${field}`;
  await expect(lambda.invoke(event)).rejects.toThrow(refused);
  expect(lambda.log).not.toContain("secret");
  expect(log.puts).toBe(0);
});
