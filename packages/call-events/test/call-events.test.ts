import { expect, test } from "@jest/globals";
import { canaryContextId, hashContextId } from "@skill-call/call-context";
import { ConfigError } from "@skill-call/lambda-config";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { Webhook } from "standardwebhooks";
import { readConfig } from "../src/config/config.ts";
import { EventFormatError } from "../src/errors.ts";
import { createHandler } from "../src/handler.ts";

const contextId = "0f8e6a1c2b7d4e5f90a1b2c3d4e5f607";
const contextHash = hashContextId(contextId);
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const older = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const environment = { WEBHOOK_URL: "https://crm.example.com/calls", WEBHOOK_SECRET: secret };

const image = (status: string) => ({
  contextId: { S: contextId },
  callerName: { S: "Joséphine Tremblay" },
  accountId: { S: "ACC-7781-Q" },
  callStarter: { S: "skill-call" },
  status: { S: status },
});

let sequence = 100;
function change(before: string | undefined, after: string) {
  sequence += 1;
  return {
    eventID: "1",
    eventName: before === undefined ? "INSERT" : "MODIFY",
    eventSource: "aws:dynamodb",
    dynamodb: {
      ApproximateCreationDateTime: 1_795_424_400,
      SequenceNumber: String(sequence),
      NewImage: image(after),
      ...(before !== undefined && { OldImage: image(before) }),
    },
  };
}

interface Received {
  readonly url: string;
  readonly body: string;
  readonly headers: Record<string, string>;
  readonly redirect: RequestInit["redirect"];
}

/** An answer that does not come, whatever becomes of the request. */
const never = Symbol("never");

/** The handler in front of a receiver that answers these statuses, and then 204. */
function receiver({
  answers = [] as readonly (number | Error | typeof never)[],
  config = environment as Readonly<Record<string, string>>,
  readSecret = async (_arn: string) => "",
} = {}) {
  const received: Received[] = [];
  const lines: string[] = [];
  const pending = [...answers];
  const clock = new ManualClock(Date.now());
  const fetch = (async (url: string, { body, headers, redirect }: RequestInit) => {
    const answer = pending.shift() ?? 204;
    received.push({
      url,
      body: String(body),
      headers: headers as Record<string, string>,
      redirect,
    });
    if (answer instanceof Error) throw answer;
    if (answer === never) return new Promise(() => {});
    return { status: answer };
  }) as typeof globalThis.fetch;
  const log = (...line: unknown[]) => void lines.push(JSON.stringify(line));
  const handle = createHandler(readConfig(config), { fetch, clock, log, readSecret });
  const handler = (...Records: object[]) => clock.runUntil(handle({ Records }));
  return { handler, handle, received, clock, log: lines };
}

test("claimed, connected and ended are told, each once, in CloudEvents without personal data", async () => {
  const { handler, received, log } = receiver();
  await handler(
    change(undefined, "created"),
    change("created", "claimed"),
    change("claimed", "claimed"),
    change("claimed", "connected"),
    change("connected", "ended"),
    { ...change("ended", "ended"), eventName: "REMOVE" },
  );
  const events = received.map(({ body }) => JSON.parse(body));
  expect(events.map(({ type, id }) => [type, id])).toEqual([
    ["skill-call.call.claimed", `${contextHash}-claimed`],
    ["skill-call.call.connected", `${contextHash}-connected`],
    ["skill-call.call.ended", `${contextHash}-ended`],
  ]);
  expect(events[0]).toEqual({
    specversion: "1.0",
    id: `${contextHash}-claimed`,
    source: "/skill-call/call-contexts",
    type: "skill-call.call.claimed",
    subject: contextHash,
    time: "2026-11-23T09:00:00.000Z",
    datacontenttype: "application/json",
    data: { contextHash, status: "claimed", callStarter: "skill-call" },
  });
  const told = JSON.stringify(received) + log.join();
  for (const personal of ["Joséphine", "7781", contextId]) expect(told).not.toContain(personal);
});

test.each([
  ["rehearsal", { transactionId: { S: "rehearsal-46e6f593" } }],
  ["canary", { contextId: { S: canaryContextId } }],
])("a call of a deployment's %s is not told", async (_, marked) => {
  const { handler, received } = receiver();
  const { dynamodb, ...record } = change("created", "claimed");
  const NewImage = { ...dynamodb.NewImage, ...marked };
  await handler({ ...record, dynamodb: { ...dynamodb, NewImage } });
  expect(received).toEqual([]);
});

test("a call that failed is told as ended, with its status", async () => {
  const { handler, received } = receiver();
  await handler(change("claimed", "failed"));
  expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({
    type: "skill-call.call.ended",
    data: { status: "failed" },
  });
});

test("a receiver knows the sender by the Standard Webhooks library, with either secret", async () => {
  const { handler, received } = receiver({
    config: { ...environment, WEBHOOK_SECRET: `${secret}, ${older}` },
  });
  await handler(change("created", "claimed"));
  const [message] = received;
  if (!message) throw new Error("Nothing was received");
  for (const each of [secret, older]) {
    expect(new Webhook(each).verify(message.body, message.headers)).toMatchObject({
      type: "skill-call.call.claimed",
    });
  }
  const changed = message.body.replace("claimed", "ended");
  expect(() => new Webhook(secret).verify(changed, message.headers)).toThrow();
  expect(message.redirect).toBe("manual");
});

const secretArn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:webhook-AbCdEf";
const inSecretsManager = { WEBHOOK_URL: environment.WEBHOOK_URL, WEBHOOK_SECRET_ARN: secretArn };

test.each([
  ["the secret itself", secret],
  ["two, while receivers change theirs", ` ${secret},${older}\n`],
  ["JSON, as the console writes it", JSON.stringify({ current: secret, older })],
])("the secret is read by its ARN: %s", async (_, secretString) => {
  const asked: string[] = [];
  const readSecret = async (arn: string) => {
    asked.push(arn);
    return secretString;
  };
  const { handler, received } = receiver({ config: inSecretsManager, readSecret });
  await handler(change("created", "claimed"));
  const [message] = received;
  expect(asked).toEqual([secretArn]);
  expect(new Webhook(secret).verify(message?.body ?? "", message?.headers ?? {})).toMatchObject({
    type: "skill-call.call.claimed",
  });
});

test.each([
  ["that cannot be read", () => Promise.reject(new Error("AccessDenied"))],
  ["that is none", async () => "hunter2"],
  ["that is empty JSON", async () => "{}"],
  ["that does not come within two seconds", () => new Promise<string>(() => {})],
])("a secret %s leaves the event to the stream, and is in no log", async (_, readSecret) => {
  const { handler, received, log } = receiver({ config: inSecretsManager, readSecret });
  const record = change("created", "claimed");
  expect(await handler(record)).toEqual({
    batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }],
  });
  expect(received).toEqual([]);
  expect(log.join()).toContain("call-events.secret");
  expect(log.join()).not.toContain("hunter2");
});

test("what the AWS CLI reads from a stream is taken: its times are text", async () => {
  const { handler, received } = receiver();
  const { dynamodb, ...record } = change("created", "claimed");
  const ApproximateCreationDateTime = "2026-11-23T10:00:00+01:00";
  await handler({ ...record, dynamodb: { ...dynamodb, ApproximateCreationDateTime } });
  expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ time: "2026-11-23T09:00:00.000Z" });
});

test.each<[string, readonly (number | Error)[]]>([
  ["answers 500", [500, 503]],
  ["redirects", [302, 302]],
  ["cannot be reached", [new TypeError("fetch failed"), new TypeError("fetch failed")]],
])("a receiver that %s is asked again after a pause, with the same message", async (_, answers) => {
  const { handler, received, clock } = receiver({ answers });
  const start = clock.now();
  expect(await handler(change("created", "claimed"))).toEqual({ batchItemFailures: [] });
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(clock.now() - start).toBe(1200);
});

test("a receiver that takes longer than four seconds is not waited for, and asked again", async () => {
  const { handler, received, clock } = receiver({ answers: [never, never] });
  const start = clock.now();
  expect(await handler(change("created", "claimed"))).toEqual({ batchItemFailures: [] });
  expect(received).toHaveLength(3);
  expect(clock.now() - start).toBe(4000 + 200 + 4000 + 1000);
});

test("what is not taken is sent again from there on, and nothing after it before", async () => {
  const { handler, received } = receiver({ answers: [204, 500, 500, 500] });
  const records = [
    change("created", "claimed"),
    change("claimed", "connected"),
    change("connected", "ended"),
  ] as const;
  expect(await handler(...records)).toEqual({
    batchItemFailures: [{ itemIdentifier: records[1].dynamodb.SequenceNumber }],
  });
  expect(received).toHaveLength(4);
});

test("a receiver that is gone for good is not asked again", async () => {
  const { handler, received } = receiver({ answers: [410] });
  expect(await handler(change("created", "claimed"))).toEqual({ batchItemFailures: [] });
  expect(received).toHaveLength(1);
});

const changed = change("created", "claimed");
/** The event of one change, some of which is another. */
const eventOf = (more: object, dynamodb: object = {}) => ({
  Records: [{ ...changed, dynamodb: { ...changed.dynamodb, ...dynamodb }, ...more }],
});
const fromJson = (text: string): unknown => JSON.parse(text);

test.each<[string, unknown, field: string]>([
  ["nothing", null, "event"],
  ["a text", "Records", "event"],
  ["a list", [changed], "Records"],
  ["another service's event", { source: "aws.s3", detail: {} }, "Records"],
  ["a record that is none", { Records: [null] }, "Records.0"],
  ["a list of lists", { Records: [[changed]] }, "Records.0.eventName"],
  ["records in the prototype's place", fromJson('{"__proto__":{"Records":[]}}'), "Records"],
  ["another kind of change", eventOf({ eventName: "OTHER" }), "Records.0.eventName"],
  ["a change named as JavaScript's own", eventOf({ eventName: "toString" }), "Records.0.eventName"],
  ["no change", eventOf({ dynamodb: undefined }), "Records.0.dynamodb"],
  ["no number", eventOf({}, { SequenceNumber: 5 }), "Records.0.dynamodb.SequenceNumber"],
  [
    "a status that is no text",
    eventOf({}, { NewImage: { status: { N: "5" } } }),
    "Records.0.dynamodb.NewImage.status.S",
  ],
  [
    "a time beyond all years",
    eventOf({}, { ApproximateCreationDateTime: 1e300 }),
    "Records.0.dynamodb.ApproximateCreationDateTime",
  ],
  [
    "a day that no month has",
    eventOf({}, { ApproximateCreationDateTime: "2026-99-99T99:99:99Z" }),
    "Records.0.dynamodb.ApproximateCreationDateTime",
  ],
])("%s is refused by the field's name, and nobody is told", async (_, event, field) => {
  const { handle, received } = receiver();
  await expect(handle(event)).rejects.toThrow(EventFormatError);
  await expect(handle(event)).rejects.toThrow(field);
  expect(received).toEqual([]);
});

test.each<[string, object]>([
  ["no record", { Records: [] }],
  ["no image", eventOf({}, { NewImage: undefined })],
  ["an image that is a list", eventOf({}, { NewImage: [] })],
  ["an image without an ID", eventOf({}, { NewImage: { status: { S: "claimed" } } })],
  ["a status that nobody knows", eventOf({}, { NewImage: image("__proto__") })],
  ["a status that every object has", eventOf({}, { NewImage: image("constructor") })],
  ["a very long status", eventOf({}, { NewImage: image("x".repeat(1_000_000)) })],
])("%s tells nothing", async (_, event) => {
  const { handle, received } = receiver();
  expect(await handle(event)).toEqual({ batchItemFailures: [] });
  expect(received).toEqual([]);
});

test.each([
  [{ WEBHOOK_URL: "http://crm.example.com/calls" }, "WEBHOOK_URL"],
  [{ WEBHOOK_URL: "" }, "WEBHOOK_URL"],
  [{ WEBHOOK_SECRET: "" }, "WEBHOOK_SECRET"],
  [{ WEBHOOK_SECRET: "secret" }, "WEBHOOK_SECRET"],
  [{ WEBHOOK_SECRET: "whsec_c2hvcnQ=" }, "WEBHOOK_SECRET"],
  [{ WEBHOOK_SECRET: `${secret},whsec_` }, "WEBHOOK_SECRET"],
  [{ WEBHOOK_SECRET_ARN: secretArn }, "WEBHOOK_SECRET_ARN: is set beside WEBHOOK_SECRET"],
  [{ WEBHOOK_SECRET: "", WEBHOOK_SECRET_ARN: "webhook" }, "WEBHOOK_SECRET_ARN"],
  [{ EVENT_BUS: "calls" }, "EVENT_BUS: is set beside a webhook"],
])("%j stops the start and names %s", (change, variable) => {
  expect(() => readConfig({ ...environment, ...change })).toThrow(ConfigError);
  expect(() => readConfig({ ...environment, ...change })).toThrow(variable);
});
