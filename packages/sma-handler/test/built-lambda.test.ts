import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { encodeContextId, hashContextId } from "@skill-call/call-context";
import { timesSlower } from "@skill-call/test-peers/built-lambda";
import type { Handler } from "../src/handler.ts";
import { startBuiltLambda } from "./support/built-lambda.ts";
import { type LineOptions, PhoneLine, skillCallHeaders } from "./support/phone-line.ts";
import { switchboard } from "./support/sample-config.ts";
import { sampleContext } from "./support/sample-context.ts";
import { Services } from "./support/services.ts";

let services: Services;
let lambda: Awaited<ReturnType<typeof startBuiltLambda>>;

beforeAll(async () => {
  services = await Services.start();
  lambda = await startBuiltLambda(services.environment);
});

beforeEach(() => services.dynamoDb.faults.clear());

afterAll(async () => {
  await lambda?.stop();
  await services?.close();
});

let calls = 0;

function lineWith(options: LineOptions): PhoneLine {
  calls += 1;
  const invoke = ((event) => lambda.invoke(event)) as Handler;
  return new PhoneLine(invoke, { transactionId: `transaction-${calls}`, ...options });
}

async function skillCall(reason: string, change: Partial<typeof sampleContext> = {}) {
  const { contextId } = await services.store.create({
    ...sampleContext,
    ...change,
    reason: { id: reason },
  });
  const line = lineWith({ headers: skillCallHeaders(encodeContextId(contextId)) });
  const before = services.dynamoDb.requests().length;
  const requests = () =>
    services.dynamoDb
      .requests()
      .slice(before)
      .map(({ operation }) => operation);
  return { contextId, line, requests };
}

async function statusOf(contextId: string): Promise<string> {
  return (await services.store.get(contextId)).status;
}

test("case 1 from INVITE to end costs three DynamoDB requests, one of them before the answer", async () => {
  const { contextId, line, requests } = await skillCall("billing");
  const [action] = await line.incoming();
  expect(action?.Parameters.SipHeaders).toEqual({
    "User-to-User": encodeContextId(contextId),
    "X-Call-Context-Id": contextId,
  });
  expect(requests()).toEqual(["UpdateItem"]);
  await line.succeeded("CallAndBridge");
  expect(await statusOf(contextId)).toBe("connected");
  expect(await line.hungUp("LEG-A")).toEqual([{ Type: "Hangup", Parameters: { CallId: "leg-b" } }]);
  await line.hungUp("LEG-B");
  expect(requests().filter((operation) => operation === "UpdateItem")).toHaveLength(3);
  expect(await statusOf(contextId)).toBe("ended");
});

test("case 2 asks the destination service with the context", async () => {
  const { contextId, line } = await skillCall("sales");
  expect(await line.incoming()).toMatchObject([
    { Parameters: { Endpoints: [{ BridgeEndpointType: "PSTN", Uri: "+12045550130" }] } },
  ]);
  expect(services.branches.seen.at(-1)).toMatchObject({
    line: "POST /closest",
    body: { contextId, callerName: sampleContext.callerName },
  });
});

test("case 3 makes a meeting and an attendee over the SDK's wire protocol, and tidies up", async () => {
  const { contextId, line } = await skillCall("technical-support");
  expect(await line.incoming()).toEqual([
    {
      Type: "JoinChimeMeeting",
      Parameters: { JoinToken: "join-token-of-a-1", MeetingId: "m-1", CallId: "leg-a" },
    },
  ]);
  await line.succeeded("JoinChimeMeeting");
  await line.hungUp("LEG-A");
  expect(services.meetings.seen.map(({ line: seenLine }) => seenLine)).toEqual([
    "POST /meetings",
    "POST /meetings/m-1/attendees",
    "DELETE /meetings/m-1/attendees/a-1",
  ]);
  const [meeting, attendee] = services.meetings.seen;
  expect(meeting?.body).toMatchObject({
    ExternalMeetingId: line.transactionId,
    MediaRegion: "us-east-1",
  });
  expect(attendee?.body).toMatchObject({ ExternalUserId: hashContextId(contextId) });
  expect(await statusOf(contextId)).toBe("ended");
});

test("a callback call is claimed and routed when it is picked up", async () => {
  const { contextId } = await services.store.create(sampleContext);
  const line = lineWith({ direction: "Outbound" });
  expect(await line.outgoing({ contextId })).toEqual([]);
  expect(await line.event("RINGING")).toEqual([]);
  expect(await statusOf(contextId)).toBe("created");
  expect(await line.event("CALL_ANSWERED")).toMatchObject([{ Type: "CallAndBridge" }]);
  expect(await statusOf(contextId)).toBe("claimed");
});

test("a replayed context ID goes to otherwise", async () => {
  const { contextId, line } = await skillCall("billing");
  await line.incoming();
  const replay = lineWith({ headers: skillCallHeaders(encodeContextId(contextId)) });
  const [action] = await replay.incoming();
  expect(action?.Parameters.Endpoints).toMatchObject([{ Uri: switchboard.number }]);
  expect(action?.Parameters).not.toHaveProperty("SipHeaders");
});

/** The promise, in the Lambda's time. */
const inTimeMs = 3_000;

async function timed<T>(promise: Promise<T>): Promise<{ answer: T; tookMs: number }> {
  const start = performance.now();
  const answer = await promise;
  return { answer, tookMs: (performance.now() - start) / timesSlower };
}

test("a DynamoDB that hangs: the caller goes to otherwise, in time", async () => {
  const { line } = await skillCall("billing");
  services.dynamoDb.faults.add({ kind: "hang", times: 10 });
  const { answer, tookMs } = await timed(line.incoming());
  expect(answer).toMatchObject([{ Parameters: { Endpoints: [{ Uri: switchboard.number }] } }]);
  expect(tookMs).toBeLessThan(inTimeMs);
  expect(line.attributes).toMatchObject({ why: "store-unavailable" });
});

test("a DynamoDB that throttles for a moment is asked again, and the call goes where it should", async () => {
  const { line } = await skillCall("billing");
  services.dynamoDb.faults.add({ kind: "throttle", operation: "UpdateItem" });
  expect(await line.incoming()).toMatchObject([
    { Parameters: { Endpoints: [{ Uri: "billing" }] } },
  ]);
});

test("a claim whose answer was lost is still this call's", async () => {
  const { line } = await skillCall("billing");
  services.dynamoDb.faults.add({ kind: "answer-lost", operation: "UpdateItem" });
  expect(await line.incoming()).toMatchObject([
    { Parameters: { Endpoints: [{ Uri: "billing" }] } },
  ]);
});

test("a destination service that hangs: the next destination, in time", async () => {
  const { line } = await skillCall("sales", { locale: "es-US" });
  const { answer, tookMs } = await timed(line.incoming());
  expect(answer).toMatchObject([{ Parameters: { Endpoints: [{ Uri: "billing" }] } }]);
  expect(tookMs).toBeLessThan(inTimeMs);
});

test("what the built Lambda counts are lines of their own, none of which holds what the log may not", async () => {
  const before = lambda.metrics.length;
  const { line } = await skillCall("billing");
  await line.incoming();
  expect(lambda.metrics.slice(before)).toMatchObject([
    { service: "sma-handler", ContextsClaimed: 1 },
    { service: "sma-handler", destination: "voice-connector", CallsRouted: 1 },
  ]);
});

test("the log of all these calls holds no name, no number and no whole context ID", async () => {
  const { contextId, line } = await skillCall("sales");
  await line.incoming();
  const secrets = [sampleContext.callerName, "2045551111", "2045550130", contextId, "join-token"];
  expect(secrets.filter((secret) => lambda.log.includes(secret))).toEqual([]);
  expect(lambda.log).toContain(hashContextId(contextId));
});

test("a bad environment stops the Lambda at start, with every mistake in one error", async () => {
  const ROUTES = '{"rules":[],"otherwise":[{"type":"pstn"}]}';
  const started = startBuiltLambda({
    ...services.environment,
    ROUTES,
    CALLER_ID_NUMBER: "5550100",
  });
  await expect(started).rejects.toThrow(
    /2 mistakes in its environment:\n- CALLER_ID_NUMBER: .*\n- ROUTES at otherwise\[0\]: /,
  );
});
