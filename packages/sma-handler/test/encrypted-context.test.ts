import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import {
  type CallContextStore,
  createCallContextStore,
  encodeContextId,
  kmsDataKeys,
} from "@skill-call/call-context";
import { localCredentials } from "@skill-call/local-dynamodb";
import { type KmsServer, kmsOverHttp, StandInKms } from "@skill-call/test-peers/kms";
import { until } from "@skill-call/test-peers/until";
import type { Handler } from "../src/handler.ts";
import { startBuiltLambda } from "./support/built-lambda.ts";
import { PhoneLine, skillCallHeaders } from "./support/phone-line.ts";
import { contactCentre, switchboard } from "./support/sample-config.ts";
import { sampleContext } from "./support/sample-context.ts";
import { Services } from "./support/services.ts";

const kms = new StandInKms();
let kmsServer: KmsServer;
let services: Services;
let client: DynamoDBClient;
/** As the skill stores contexts where the switch is on. */
let store: CallContextStore;
let lambda: Awaited<ReturnType<typeof startBuiltLambda>>;

beforeAll(async () => {
  [services, kmsServer] = [await Services.start(), await kmsOverHttp(kms)];
  const { environment } = services;
  client = new DynamoDBClient({
    endpoint: services.dynamoDb.endpoint,
    region: "us-east-1",
    credentials: localCredentials,
  });
  const tableName = environment.CALL_CONTEXT_TABLE ?? "";
  const dataKeys = kmsDataKeys(kms, kms.createKey());
  store = createCallContextStore({ client, tableName, dataKeys, requestTimeoutMs: 3_600_000 });
  lambda = await startBuiltLambda({ ...environment, AWS_ENDPOINT_URL_KMS: kmsServer.url });
  // The first requests have much to do: on a busy machine more than their time limits allow.
  await until(async () => {
    const [action] = await (await skillCall()).line.incoming();
    return JSON.stringify(action).includes(contactCentre.arn);
  });
});

beforeEach(() => kms.clear());

afterAll(async () => {
  await lambda?.stop();
  client?.destroy();
  await Promise.all([services?.close(), kmsServer?.close()]);
});

let calls = 0;

async function skillCall() {
  const { contextId } = await store.create({ ...sampleContext, reason: { id: "billing" } });
  kms.clear();
  calls += 1;
  const invoke = ((event) => lambda.invoke(event)) as Handler;
  const headers = skillCallHeaders(encodeContextId(contextId));
  const line = new PhoneLine(invoke, { transactionId: `transaction-${calls}`, headers });
  return { contextId, line };
}

test("a context is decrypted before it is routed", async () => {
  const { contextId, line } = await skillCall();
  const [action] = await line.incoming();
  expect(action?.Parameters).toMatchObject({
    Endpoints: [{ Arn: contactCentre.arn }],
    SipHeaders: { "X-Call-Context-Id": contextId },
  });
  expect(kms.requests.map(({ operation }) => operation)).toEqual(["Decrypt"]);
  await line.succeeded("CallAndBridge");
  expect((await store.get(contextId)).status).toBe("connected");
});

test.each(["AccessDeniedException", "ThrottlingException", "hang"] as const)(
  "where KMS answers %s, the call goes on in time, without its context",
  async (name) => {
    const { line } = await skillCall();
    kms.fail({ name, times: 100 });
    const [action] = await line.incoming();
    expect(action?.Parameters.Endpoints).toMatchObject([{ Uri: switchboard.number }]);
    kms.clear();
  },
);

test("a plain context asks KMS for nothing", async () => {
  const { contextId } = await services.store.create({
    ...sampleContext,
    reason: { id: "billing" },
  });
  const invoke = ((event) => lambda.invoke(event)) as Handler;
  const headers = skillCallHeaders(encodeContextId(contextId));
  const [action] = await new PhoneLine(invoke, { transactionId: "plain", headers }).incoming();
  expect(action?.Parameters).toMatchObject({ Endpoints: [{ Arn: contactCentre.arn }] });
  expect(kms.requests).toEqual([]);
});
