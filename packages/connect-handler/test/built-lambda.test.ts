import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createCallContextStore, kmsDataKeys } from "@skill-call/call-context";
import {
  createCallContextTable,
  createTable,
  type LocalDynamoDb,
  localCredentials,
  putItems,
  startLocalDynamoDb,
  unhurried,
} from "@skill-call/local-dynamodb";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import { type KmsServer, kmsOverHttp, StandInKms } from "@skill-call/test-peers/kms";
import { until } from "@skill-call/test-peers/until";
import type { Answer } from "../src/answer.ts";
import { contactEvent, environment, fallbackQueue, sampleContext } from "./support/contact.ts";

const lambdaFile = join(__dirname, "../dist/lambda/index.mjs");
const region = "us-east-1";
let dynamoDb: LocalDynamoDb;
let lambda: BuiltLambda<Answer>;
const kms = new StandInKms();
let kmsServer: KmsServer;

beforeAll(async () => {
  kmsServer = await kmsOverHttp(kms);
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, environment.CALL_CONTEXT_TABLE);
  lambda = await BuiltLambda.start(lambdaFile, deployedEnvironment());
});

function deployedEnvironment() {
  // The form beside the Lambda.
  const { CALL_FORM_FILE: _, ...others } = environment;
  return {
    ...others,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    AWS_ENDPOINT_URL_KMS: kmsServer.url,
  };
}

afterAll(async () => {
  await lambda?.stop();
  await kmsServer.close();
  await dynamoDb.close();
});

function ask(contextId: string | undefined, step: string): Promise<Answer> {
  return lambda.invoke(contactEvent(contextId, { parameters: { step } }));
}

test("the built Lambda claims a stored context with one request, and routes by it", async () => {
  const { endpoint } = dynamoDb;
  const client = new DynamoDBClient({ endpoint, region, credentials: localCredentials });
  const store = createCallContextStore({
    ...{ client, tableName: environment.CALL_CONTEXT_TABLE },
    ...unhurried,
  });
  const { contextId } = await store.create(sampleContext);
  const before = dynamoDb.requests().length;
  expect(await ask(contextId, "route")).toMatchObject({ route: "pstn", number: "+12045550101" });
  const operations = dynamoDb.requests().slice(before);
  expect(operations.map(({ operation }) => operation)).toEqual(["UpdateItem"]);
  expect((await store.get(contextId)).transactionId).toBe("7a1d0c52-7f61-4d0e-9d2a-0c3f1b2a4d5e");
  client.destroy();
});

test("while DynamoDB hangs, the caller still gets a destination", async () => {
  dynamoDb.faults.add({ kind: "hang", operation: "UpdateItem" });
  const answer = await ask("0f8e6a1c2b7d4e5f90a1b2c3d4e5f607", "route");
  dynamoDb.faults.clear();
  expect(answer).toMatchObject({ route: "pstn", number: "+12045550199" });
});

test("with a bad environment it does not start, and says all that is wrong", async () => {
  const wrong = { AWS_REGION: region, CONNECT_FALLBACK_QUEUE_ARN: `${fallbackQueue}/x` };
  await expect(BuiltLambda.start(lambdaFile, wrong)).rejects.toThrow(
    "The Connect handler cannot start, 3 mistakes in its environment:",
  );
});

test("a table's routes are taken over before the first contact is answered", async () => {
  const folder = await mkdtemp(join(tmpdir(), "routes-source-"));
  await cp(dirname(lambdaFile), folder, { recursive: true });
  await writeFile(join(folder, "routes.json"), environment.ROUTES);
  await createTable(dynamoDb.endpoint, {
    TableName: "routes",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  });
  const newer = { rules: [], otherwise: [{ type: "pstn", number: "+12045550122" }] };
  await putItems(dynamoDb.endpoint, "routes", [
    { id: { S: "prod" }, document: { S: JSON.stringify(newer) } },
  ]);
  const { ROUTES: _, ...others } = deployedEnvironment();
  const started = await BuiltLambda.start<Answer>(join(folder, "index.mjs"), {
    ...others,
    ROUTES_SOURCE: "dynamodb:routes/prod",
  });
  const event = contactEvent(undefined, { parameters: { step: "route" } });
  expect(await started.invoke(event)).toMatchObject({ route: "pstn", number: "+12045550122" });
  await started.stop();
  await rm(folder, { recursive: true });
});

test("a context that is encrypted is decrypted before it is routed; where KMS refuses, the contact goes on without it", async () => {
  const { endpoint } = dynamoDb;
  const client = new DynamoDBClient({ endpoint, region, credentials: localCredentials });
  const dataKeys = kmsDataKeys(kms, kms.createKey());
  const tableName = environment.CALL_CONTEXT_TABLE;
  const limits = { requestTimeoutMs: 3_600_000 };
  const store = createCallContextStore({ client, tableName, dataKeys, ...limits });
  const [first, second] = [await store.create(sampleContext), await store.create(sampleContext)];
  // A contact may ask again; on a busy machine its first question takes longer than it may.
  await until(async () => (await ask(first.contextId, "route")).number === "+12045550101");
  kms.fail({ name: "AccessDeniedException", times: 100 });
  expect(await ask(second.contextId, "route")).toMatchObject({ number: "+12045550199" });
  kms.clear();
  client.destroy();
});
