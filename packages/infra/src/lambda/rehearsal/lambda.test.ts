import { fileURLToPath } from "node:url";
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createCallContextTable, startLocalDynamoDb } from "@skill-call/local-dynamodb";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import { type AwsAnswer, type AwsRequest, type FakeAws, fakeAws } from "../../testing/fake-aws.ts";
import { onlyThe, sampleDocument } from "../../testing/sample-deployment.ts";
import { connectEnvironment } from "../connect-environment.ts";

const builtFile = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const event = { DeploymentId: "d-ABCDEF123", LifecycleEventHookExecutionId: "hook-1" };

type Answer = (request: AwsRequest) => AwsAnswer | Promise<AwsAnswer>;

const told: unknown[] = [];
let answer: Answer;
let asked: string[] = [];
let dynamoDb: Awaited<ReturnType<typeof startLocalDynamoDb>>;
let lambdaApi: FakeAws;
let codeDeploy: FakeAws;
let hook: BuiltLambda;

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, "call-contexts");
  lambdaApi = await fakeAws((request) => {
    asked.push(request.path);
    return answer(request);
  });
  codeDeploy = await fakeAws(({ target, body }) => {
    told.push({ target, ...(body as object) });
    return { body: {} };
  });
  hook = await hookOf({
    NEW_VERSION: "arn:aws:lambda:us-east-1:123456789012:function:sma-handler:7",
    SKILL_CLIENT_ID: "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
  });
});

afterAll(async () => {
  await hook?.stop();
  await Promise.all([lambdaApi.close(), codeDeploy.close(), dynamoDb.close()]);
});

function hookOf(environment: Readonly<Record<string, string>>): Promise<BuiltLambda> {
  return BuiltLambda.start(builtFile("../../../dist/lambda/rehearsal/index.mjs"), {
    ...local(),
    AWS_ENDPOINT_URL_LAMBDA: lambdaApi.url,
    AWS_ENDPOINT_URL_CODEDEPLOY: codeDeploy.url,
    ...environment,
  });
}

function local(): Record<string, string> {
  return {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    CALL_CONTEXT_TABLE: "call-contexts",
  };
}

async function runs(next: Answer, of = hook) {
  answer = next;
  asked = [];
  told.length = 0;
  await of.invoke(event);
  return told;
}

function smaHandler(): Promise<BuiltLambda> {
  const { sma } = sampleDocument;
  return BuiltLambda.start(builtFile("../../../../sma-handler/dist/lambda/index.mjs"), {
    ...local(),
    ALLOWED_SKILL_CLIENT_IDS: sma.allowedSkillClientIds.join(),
    CALLER_ID_NUMBER: sma.callerIdNumber,
    ROUTES: JSON.stringify(sma.routes),
  });
}

const ofCodeDeploy = {
  target: "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus",
  deploymentId: event.DeploymentId,
  lifecycleEventHookExecutionId: event.LifecycleEventHookExecutionId,
};

test("a version that fails is told of, and its contexts are removed", async () => {
  const failure = {
    headers: { "x-amz-function-error": "Unhandled" },
    body: { errorType: "TypeError", errorMessage: "oops" },
  };
  expect(await runs(() => failure)).toEqual([{ ...ofCodeDeploy, status: "Failed" }]);
  expect(new Set(asked)).toEqual(
    new Set([
      "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3Asma-handler%3A7/invocations",
    ]),
  );
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({
    endpoint: dynamoDb.endpoint,
    region: "us-east-1",
    credentials,
  });
  const { Count } = await client.send(new ScanCommand({ TableName: "call-contexts" }));
  client.destroy();
  expect(Count).toBe(0);
});

test("what goes wrong once is gone through again", async () => {
  const handler = await smaHandler();
  let isFirst = true;
  const result = await runs(async ({ body }) => {
    if (!isFirst) return { body: await handler.invoke(body) };
    isFirst = false;
    return {
      headers: { "x-amz-function-error": "Unhandled" },
      body: { errorType: "Sandbox.Timedout" },
    };
  });
  await handler.stop();
  expect(result).toEqual([{ ...ofCodeDeploy, status: "Succeeded" }]);
});

test("where the new version may not be invoked the deployment fails at once, and not after an hour", async () => {
  const denied = { status: 403, body: { Type: "User", message: "not authorized" } };
  expect(await runs(() => denied)).toEqual([{ ...ofCodeDeploy, status: "Failed" }]);
});

test("a version that does all that is asked may take over", async () => {
  const handler = await smaHandler();
  const result = await runs(async ({ body }) => ({ body: await handler.invoke(body) }));
  await handler.stop();
  expect(result).toEqual([{ ...ofCodeDeploy, status: "Succeeded" }]);
});

test("a new version of the Connect handler is rehearsed by contacts", async () => {
  const { connect } = onlyThe("connect");
  if (!connect) throw new RangeError("connect");
  const handler = await BuiltLambda.start(
    builtFile("../../../../connect-handler/dist/lambda/index.mjs"),
    { ...local(), ...connectEnvironment(connect) },
  );
  const contacts = await hookOf({
    NEW_VERSION: "arn:aws:lambda:us-east-1:123456789012:function:connect-handler:7",
    REHEARSED: "connect-handler",
  });
  const result = await runs(async ({ body }) => ({ body: await handler.invoke(body) }), contacts);
  await Promise.all([handler.stop(), contacts.stop()]);
  expect(result).toEqual([{ ...ofCodeDeploy, status: "Succeeded" }]);
});
