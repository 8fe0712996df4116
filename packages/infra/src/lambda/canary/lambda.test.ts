import { fileURLToPath } from "node:url";
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createCallContextTable, startLocalDynamoDb } from "@skill-call/local-dynamodb";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import { type AwsRequest, type FakeAws, fakeAws } from "../../testing/fake-aws.ts";
import { onlyThe } from "../../testing/sample-deployment.ts";
import { RehearsedCall } from "../rehearsal/rehearsed-call.ts";
import { smaEnvironment } from "../sma-environment.ts";

const built = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const phoneNumbers = ["+16073331111", "+16073332222"];
const { sma } = onlyThe("sma");
if (sma?.canary === undefined) throw new RangeError("sma.canary");
const { fromNumber } = sma.canary;

let dynamoDb: Awaited<ReturnType<typeof startLocalDynamoDb>>;
let voice: FakeAws;
let handler: BuiltLambda;
let canary: BuiltLambda;

/** What the telephone network does with a call, and what it was asked for. */
const network = {
  asked: [] as AwsRequest[],
  /** Numbers that may not be called. */
  refused: [] as string[],
};

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, "call-contexts");
  voice = await fakeAws(async (request) => {
    network.asked.push(request);
    const { ToPhoneNumber } = request.body as { readonly ToPhoneNumber: string };
    if (network.refused.includes(ToPhoneNumber))
      return { status: 403, body: { Code: "Forbidden" } };
    await carry(ToPhoneNumber);
    return { status: 201, body: { SipMediaApplicationCall: { TransactionId: "near-end" } } };
  });
  const aws = {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    CALL_CONTEXT_TABLE: "call-contexts",
    STAGE: "prod",
  };
  handler = await BuiltLambda.start(built("../../../../sma-handler/dist/lambda/index.mjs"), {
    ...aws,
    ...smaEnvironment(sma),
  });
  canary = await BuiltLambda.start(built("../../../dist/lambda/canary/index.mjs"), {
    ...aws,
    AWS_ENDPOINT_URL_CHIME_SDK_VOICE: voice.url,
    CANARY_NUMBER: fromNumber,
    PHONE_NUMBERS: phoneNumbers.join(","),
    SIP_MEDIA_APPLICATION_ID: "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
  });
});

afterAll(async () => {
  await Promise.all([handler?.stop(), canary?.stop()]);
  await Promise.all([voice.close(), dynamoDb.close()]);
});

beforeEach(() => {
  network.asked = [];
  network.refused = [];
});

/** Both ends of a call in the SIP media application, one event after the other. */
async function carry(to: string): Promise<void> {
  const ends = { from: fromNumber, to };
  const near = new RehearsedCall({ transactionId: `near ${to}`, direction: "Outbound", ...ends });
  const far = new RehearsedCall({ transactionId: `far ${to}`, direction: "Inbound", ...ends });
  const tell = async (call: RehearsedCall, event: ReturnType<RehearsedCall["event"]>) => {
    const answer = (await handler.invoke(event)) as {
      readonly Actions: { readonly Type: string }[];
    };
    call.keep(answer);
    return answer.Actions.map(({ Type }) => Type);
  };
  await tell(near, near.event("NEW_OUTBOUND_CALL"));
  await tell(near, near.event("RINGING"));
  expect(await tell(far, far.event("NEW_INBOUND_CALL"))).toEqual(["Speak", "Hangup"]);
  far.pickUp("LEG-A");
  near.pickUp("LEG-A");
  expect(await tell(near, near.event("CALL_ANSWERED"))).toEqual(["Speak", "Hangup"]);
  await tell(far, far.hangUp("LEG-A"));
  await tell(near, near.hangUp("LEG-A"));
}

async function remaining(): Promise<number | undefined> {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const { endpoint } = dynamoDb;
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  const { Count } = await client.send(new ScanCommand({ TableName: "call-contexts" }));
  client.destroy();
  return Count;
}

const counted = () => canary.metrics.filter((line) => "CanaryArrived" in line);

test("calls to every number come through the real handler, are counted once, and leave no context", async () => {
  expect(await canary.invoke({})).toEqual({ cameThrough: true });
  expect(network.asked.map(({ path, body }) => [path, body])).toEqual(
    phoneNumbers.map((ToPhoneNumber) => [
      "/sip-media-applications/d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e/calls",
      { FromPhoneNumber: fromNumber, ToPhoneNumber },
    ]),
  );
  expect(counted()).toEqual([
    expect.objectContaining({ service: "canary", stage: "prod", CanaryArrived: 1 }),
  ]);
  expect(await remaining()).toBe(0);
});

test("nothing of it is in the handler's business metrics", () => {
  expect(handler.log).toContain("call.context");
  expect(handler.log).not.toContain("CloudWatchMetrics");
});

test("a call to one number that cannot be placed is not counted, whatever becomes of the others", async () => {
  const before = counted().length;
  network.refused = phoneNumbers.slice(0, 1);
  expect(await canary.invoke({})).toEqual({ cameThrough: false });
  expect(counted()).toHaveLength(before);
  expect(await remaining()).toBe(0);
});

test("neither numbers nor names are logged, but which number it was", () => {
  expect(canary.log).toContain('"message":"canary.call","index":1,"reached":"over"');
  expect(canary.log).toContain('"message":"canary.not-placed","index":0');
  expect(canary.log).not.toMatch(/\+\d{5}|Canary call/);
});
