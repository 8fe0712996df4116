import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { encodeContextId, hashContextId } from "@skill-call/call-context";
import { traceHeader, XRayDaemon } from "@skill-call/telemetry/testing";
import type { Handler } from "../src/handler.ts";
import { type BuiltLambda, startBuiltLambda } from "./support/built-lambda.ts";
import { PhoneLine, skillCallHeaders } from "./support/phone-line.ts";
import { sampleContext } from "./support/sample-context.ts";
import { Services } from "./support/services.ts";

const invocation = "## index.handler";

let services: Services;
let daemon: XRayDaemon;
const lambdas: BuiltLambda[] = [];

beforeAll(async () => {
  services = await Services.start();
});
afterAll(() => services.close());

beforeEach(async () => {
  daemon = await XRayDaemon.start();
});
afterEach(async () => {
  services.dynamoDb.faults.clear();
  await stopLambdas();
  await daemon.close();
});

async function stopLambdas(): Promise<void> {
  await Promise.all(lambdas.splice(0).map((lambda) => lambda.stop()));
}

interface Circumstances {
  readonly sampled?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A call for this reason to a new Lambda, every invocation of which is sampled, or none. */
async function skillCall(reason: string, { sampled = true, environment = {} }: Circumstances = {}) {
  const lambda = await startBuiltLambda({
    ...services.environment,
    ...daemon.environment,
    _X_AMZN_TRACE_ID: traceHeader(sampled),
    ...environment,
  });
  lambdas.push(lambda);
  const { contextId } = await services.store.create({
    ...sampleContext,
    reason: { id: reason },
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  });
  const line = new PhoneLine(((event) => lambda.invoke(event)) as Handler, {
    headers: skillCallHeaders(encodeContextId(contextId)),
  });
  return { contextId, line, log: () => lambda.log };
}

function expectNothingPersonal(contextId: string): void {
  const { callerName, accountId = "" } = sampleContext;
  const secrets = [callerName, accountId, contextId, "2045551111", "2045550130", "join-token"];
  expect(secrets.filter((secret) => daemon.text.includes(secret))).toEqual([]);
}

test("a sampled call is told event by event: what came of it, and what was asked of whom", async () => {
  const { contextId, line } = await skillCall("sales");
  await line.incoming();
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-A");
  const [first, second, third] = await daemon.received(invocation, 3);
  const call = { Service: "sma-handler", contextHash: hashContextId(contextId) };
  expect(first?.annotations).toEqual({
    ...call,
    ColdStart: true,
    event: "NEW_INBOUND_CALL",
    outcome: "routed",
    destination: "pstn",
    startedIn: "1-4bf92f35-77b34da6a3ce929d0e0e4736",
  });
  const warm = { ...call, ColdStart: false };
  expect(second?.annotations).toEqual({
    ...warm,
    event: "ACTION_SUCCESSFUL",
    outcome: "connected",
  });
  expect(third?.annotations).toEqual({ ...warm, event: "HANGUP", outcome: "released" });
  const [claim, connected] = await daemon.received("DynamoDB", 2);
  const aws = { operation: "UpdateItem", table_name: "skill-call-contexts" };
  expect(claim).toMatchObject({ parent_id: first?.id, namespace: "aws", aws });
  expect(connected).toMatchObject({ parent_id: second?.id, namespace: "aws", aws });
  const [asked] = await daemon.received("destination-service");
  expect(asked).toMatchObject({ parent_id: first?.id, namespace: "remote" });
  expectNothingPersonal(contextId);
});

test("the requests for a meeting are told too, though their client is made for the first of them", async () => {
  const { contextId, line } = await skillCall("technical-support");
  await line.incoming();
  const requests = await daemon.received("ChimeSDKMeetings", 2);
  expect(requests.map(({ aws }) => aws?.operation)).toEqual(["CreateMeeting", "CreateAttendee"]);
  await daemon.received(invocation);
  expectNothingPersonal(contextId);
});

test("a call whose context cannot be loaded in time is told, with the request that hung", async () => {
  const { contextId, line } = await skillCall("billing");
  services.dynamoDb.faults.add({ kind: "hang", times: 10 });
  await line.incoming();
  const [told] = await daemon.received(invocation);
  expect(told?.annotations).toMatchObject({ outcome: "routed", destination: "pstn" });
  const attempts = await daemon.received("DynamoDB");
  expect(attempts.length).toBeGreaterThan(0);
  expect(attempts.filter(({ fault }) => !fault)).toEqual([]);
  expectNothingPersonal(contextId);
});

// Such an address is refused when the way to X-Ray is opened: whether it is opened can be seen by that.
const environment = { AWS_XRAY_DAEMON_ADDRESS: "nowhere" };

test("a call that is not sampled tells X-Ray nothing, and opens no way to it", async () => {
  const { line, log } = await skillCall("billing", { sampled: false, environment });
  expect(await line.incoming()).toMatchObject([{ Type: "CallAndBridge" }]);
  expect(log()).not.toContain("trace.");
  const other = await skillCall("billing", { sampled: false });
  await other.line.incoming();
  await stopLambdas();
  await daemon.settled();
  expect(daemon.segments).toEqual([]);
});

test("a call that is sampled is answered also where nothing can be told", async () => {
  const { line, log } = await skillCall("billing", { environment });
  expect(await line.incoming()).toMatchObject([{ Type: "CallAndBridge" }]);
  await line.succeeded("CallAndBridge");
  expect(log().match(/"trace\.\w+"/g)).toEqual(['"trace.unavailable"']);
});
