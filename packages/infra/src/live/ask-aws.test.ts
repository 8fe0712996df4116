import { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMS } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SNSClient } from "@aws-sdk/client-sns";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { parseDeployment } from "../deployment/deployment.ts";
import { functionNamePrefix } from "../operate/parts.ts";
import { type AwsAnswer, type AwsRequest, type FakeAws, fakeAws } from "../testing/fake-aws.ts";
import { FakeLambdaApi } from "../testing/fake-lambda-api.ts";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import type { Clients } from "./answer.ts";
import { askAws } from "./ask-aws.ts";

/** What AWS answers, by operation: as its API references print it, with what is read of it. */
let recorded: Record<string, AwsAnswer>;
let lambdaApi: FakeLambdaApi;
let aws: FakeAws;
let clients: Clients;

beforeAll(async () => {
  aws = await fakeAws((request) => {
    const { path } = request;
    if (path.startsWith("/2015-03-31/functions")) return lambdaApi.answer(request);
    const answer = recorded[operationOf(request)];
    if (!answer) throw new RangeError(`Nobody recorded ${operationOf(request)}`);
    return answer;
  });
  const settings = {
    endpoint: aws.url,
    region: "us-east-1",
    maxAttempts: 1,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  clients = {
    dynamoDb: new DynamoDBClient(settings),
    kms: new KMS(settings),
    lambda: new LambdaClient(settings),
    sns: new SNSClient(settings),
    voice: new ChimeSDKVoiceClient(settings),
  };
});
afterAll(() => aws.close());

function operationOf({ path, target, body }: AwsRequest): string {
  if (target !== undefined) return target.split(".").at(-1) ?? "";
  if (typeof body === "string") return new URLSearchParams(body).get("Action") ?? "";
  const [, operation = "", id] = (path.split("?")[0] ?? "").split("/").map(decodeURIComponent);
  return id ? `${operation} ${id}` : operation;
}

const number = (ProductType: string, Status = "Assigned"): AwsAnswer => ({
  body: { PhoneNumber: { PhoneNumberId: "+1", E164PhoneNumber: "+1", ProductType, Status } },
});

const notFound: AwsAnswer = {
  status: 404,
  headers: { "x-amzn-errortype": "NotFoundException" },
  body: { Code: "NotFound", Message: "The resource was not found" },
};

const subscriptions = (...arns: readonly string[]): AwsAnswer => ({
  headers: { "content-type": "text/xml" },
  body: `<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions>${arns
    .map(
      (arn) =>
        `<member><SubscriptionArn>${arn}</SubscriptionArn><Protocol>email</Protocol></member>`,
    )
    .join("")}</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
});

const rule = {
  SipRuleId: "rule",
  Name: "skill-call-prod-us-east-1-16073331111",
  TriggerType: "ToPhoneNumber",
  TriggerValue: "+16073331111",
  Disabled: false,
  TargetApplications: [{ SipMediaApplicationId: "ours", Priority: 1, AwsRegion: "us-east-1" }],
};

const table = {
  TableStatus: "ACTIVE",
  DeletionProtectionEnabled: true,
  SSEDescription: { Status: "ENABLED", SSEType: "KMS" },
};

const environment = { Variables: { CALL_CONTEXT_TABLE: "contexts" } };

beforeEach(() => {
  lambdaApi = new FakeLambdaApi(`${functionNamePrefix("sma-handler", "prod")}0A1B-x`, [
    { Environment: environment },
    { Environment: environment },
  ]);
  recorded = {
    "phone-numbers +16073331111": number("SipMediaApplicationDialIn"),
    "phone-numbers +12045550100": number("VoiceConnector"),
    "sip-rules": { body: { SipRules: [rule] } },
    "sip-media-applications": {
      body: {
        SipMediaApplications: [
          { SipMediaApplicationId: "ours", Name: "skill-call-prod", AwsRegion: "us-east-1" },
        ],
      },
    },
    "2016-08-19 account-settings": {
      body: { AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000 } },
    },
    DescribeTable: { body: { Table: table } },
    DescribeTimeToLive: {
      body: { TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" } },
    },
    DescribeContinuousBackups: {
      body: {
        ContinuousBackupsDescription: {
          PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "ENABLED" },
        },
      },
    },
    ListSubscriptionsByTopic: subscriptions("arn:aws:sns:us-east-1:123456789012:on-call:one"),
  };
});

const { canary: _, ...sma } = parseDeployment(onlyThe("sma")).sma ?? {};
const deployment = parseDeployment({ stage: "prod", sma });

/** What is not as the document has it. */
const asked = () => askAws(deployment, clients);

test("where all is as the document has it nothing is said", async () => {
  expect(await asked()).toEqual([]);
});

const refusal = { "x-amzn-errortype": "AccessDeniedException" };

test.each<[string, Record<string, AwsAnswer>, string, string]>([
  [
    "a number of another account",
    { "phone-numbers +16073331111": notFound },
    "sma.phoneNumbers",
    "+1607•••••11 is no number of this account",
  ],
  [
    "a number that no SIP rule can answer",
    { "phone-numbers +16073331111": number("VoiceConnector") },
    "sma.phoneNumbers",
    "+1607•••••11 has the product type VoiceConnector: only SipMediaApplicationDialIn",
  ],
  [
    "a number that is being given back",
    { "phone-numbers +16073331111": number("SipMediaApplicationDialIn", "ReleaseInProgress") },
    "sma.phoneNumbers",
    "is in the state ReleaseInProgress",
  ],
  [
    "a caller ID that is no longer ours",
    { "phone-numbers +12045550100": notFound },
    "sma.callerIdNumber",
    "+1204•••••00 is no number of this account",
  ],
  ["no rule", { "sip-rules": { body: { SipRules: [] } } }, "sma.phoneNumbers", "has no SIP rule"],
  [
    "a rule that is disabled",
    { "sip-rules": { body: { SipRules: [{ ...rule, Disabled: true }] } } },
    "sma.phoneNumbers",
    "`operate enable-rule` enables it",
  ],
  [
    "a rule of somebody else's",
    { "sip-media-applications": { body: { SipMediaApplications: [] } } },
    "sma.phoneNumbers",
    "leads to another SIP media application",
  ],
  [
    "an account without room",
    {
      "2016-08-19 account-settings": {
        body: { AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 } },
      },
    },
    "Lambda",
    "may run 10 functions at once",
  ],
  [
    "a topic that is gone",
    {
      ListSubscriptionsByTopic: {
        status: 404,
        headers: { "content-type": "text/xml" },
        body: '<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not exist</Message></Error></ErrorResponse>',
      },
    },
    "sma.alarmTopicArn",
    "there is no such topic",
  ],
  [
    "a topic without anybody",
    { ListSubscriptionsByTopic: subscriptions() },
    "sma.alarmTopicArn",
    "nobody subscribes to it",
  ],
  [
    "a subscription that nobody confirmed",
    { ListSubscriptionsByTopic: subscriptions("PendingConfirmation") },
    "sma.alarmTopicArn",
    "nobody has confirmed a subscription",
  ],
  [
    "a table that is gone",
    {
      DescribeTable: {
        status: 400,
        body: { __type: "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException" },
      },
    },
    "CALL_CONTEXT_TABLE",
    "there is no table contexts",
  ],
  [
    "a key that cannot be used",
    {
      DescribeTable: {
        body: {
          Table: {
            ...table,
            SSEDescription: { Status: "ENABLED", InaccessibleEncryptionDateTime: 1795874700 },
          },
        },
      },
    },
    "CALL_CONTEXT_TABLE",
    "its key cannot be used",
  ],
  [
    "a restored table whose contexts stay for ever",
    { DescribeTimeToLive: { body: { TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" } } } },
    "CALL_CONTEXT_TABLE",
    "contexts do not expire in it",
  ],
  [
    "what may not be asked",
    { "sip-rules": { status: 403, headers: refusal, body: { Message: "not authorized" } } },
    "sma.phoneNumbers",
    "could not be asked of AWS: AccessDeniedException: not authorized",
  ],
])("%s is said, and nothing else", async (_, answers, place, problem) => {
  Object.assign(recorded, answers);
  expect(await asked()).toEqual([{ place, problem: expect.stringContaining(problem) }]);
});

test("a part that runs another version than was deployed last is said, with how it came", async () => {
  lambdaApi.alias.FunctionVersion = "1";
  expect(await asked()).toMatchObject([
    {
      place: "sma-handler",
      problem: expect.stringContaining("version 1 runs, which was put back, and 2"),
    },
  ]);
  lambdaApi.settings.set("3", {
    CodeSha256: "code",
    Role: "role",
    Environment: environment,
    Description: "everything to pstn",
  });
  lambdaApi.alias.FunctionVersion = "3";
  expect(await asked()).toMatchObject([
    { problem: expect.stringContaining("which `operate route-everything` made, and 2") },
  ]);
});

test("while a deployment shifts a part, both of its versions run, and that is right", async () => {
  lambdaApi.alias.FunctionVersion = "1";
  lambdaApi.alias.RoutingConfig = { AdditionalVersionWeights: { "2": 0.1 } };
  expect(await asked()).toEqual([]);
});

test("parts that look into different tables are said together", async () => {
  const both = parseDeployment({ stage: "prod", sma, skill: sampleDocument.skill });
  const skillApi = new FakeLambdaApi(`${functionNamePrefix("skill", "prod")}0A1B-y`, [
    { Environment: { Variables: { CALL_CONTEXT_TABLE: "restored" } } },
  ]);
  const smaApi = lambdaApi;
  lambdaApi = Object.assign(Object.create(smaApi), {
    answer: (request: AwsRequest) => {
      if (request.path.includes(skillApi.name)) return skillApi.answer(request);
      if (request.path.includes(smaApi.name)) return smaApi.answer(request);
      return {
        body: { Functions: [{ FunctionName: smaApi.name }, { FunctionName: skillApi.name }] },
      };
    },
  });
  expect(await askAws(both, clients)).toEqual([
    {
      place: "CALL_CONTEXT_TABLE",
      problem:
        "not all look into the same table, so contexts are not found: skill restored, sma-handler contexts",
    },
  ]);
});

test("a document without a part asks nothing of it", async () => {
  recorded = { ListSubscriptionsByTopic: subscriptions("one") };
  const { callContext } = sampleDocument;
  expect(await askAws(parseDeployment({ stage: "prod", callContext }), clients)).toEqual([]);
});

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const formerKeyArn = "arn:aws:kms:us-east-1:123456789012:key/0a0abcd0-12ab-34cd-56ef-1234567890ab";
const encrypting = parseDeployment({
  stage: "prod",
  encryption: { keyArn, formerKeyArns: [formerKeyArn] },
});

test.each<[object, readonly string[]]>([
  [{ KeyState: "Enabled", KeySpec: "SYMMETRIC_DEFAULT" }, []],
  [
    { KeyState: "PendingDeletion", KeySpec: "SYMMETRIC_DEFAULT" },
    ["it is in the state PendingDeletion: no context under it can be read"],
  ],
  [
    { KeyState: "Enabled", KeySpec: "RSA_2048" },
    ["it is a key for RSA_2048; data keys take a symmetric one"],
  ],
])("of a key that callers' words are encrypted by: %j", async (KeyMetadata, problems) => {
  recorded.DescribeKey = { body: { KeyMetadata } };
  expect(await askAws(encrypting, clients)).toEqual(
    ["encryption.keyArn", "encryption.formerKeyArns.0"].flatMap((place) =>
      problems.map((problem) => ({ place, problem })),
    ),
  );
});

test("a key that is gone, and one that may not be looked at, are said", async () => {
  recorded.DescribeKey = { status: 400, body: { __type: "NotFoundException", message: "gone" } };
  expect(await askAws(encrypting, clients)).toContainEqual({
    place: "encryption.keyArn",
    problem: "there is no such key",
  });
  recorded.DescribeKey = { status: 400, body: { __type: "AccessDeniedException", message: "no" } };
  expect(await askAws(encrypting, clients)).toContainEqual({
    place: "encryption.keyArn",
    problem: "could not be asked of AWS: AccessDeniedException: no",
  });
});
