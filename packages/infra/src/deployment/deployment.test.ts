import { expect, test } from "@jest/globals";
import { sampleDocument } from "../testing/sample-deployment.ts";
import { parseDeployment } from "./deployment.ts";
import { DeploymentError } from "./deployment-error.ts";

function mistakesOf(document: unknown): readonly string[] {
  try {
    parseDeployment(document);
  } catch (error) {
    if (error instanceof DeploymentError) return error.mistakes;
    throw error;
  }
  return [];
}

test("a document with everything in it is read", () => {
  expect(mistakesOf(sampleDocument)).toEqual([]);
});

test("a document needs no more than a stage: a team names its own stacks only", () => {
  expect(parseDeployment({ stage: "test" })).toEqual({ stage: "test", region: "us-east-1" });
});

test("what is left out has its default", () => {
  const { authorizer } = sampleDocument.contextApi;
  const { phoneNumbers, callerIdNumber, allowedSkillClientIds, routes } = sampleDocument.sma;
  const deployment = parseDeployment({
    stage: "test",
    callContext: {},
    skill: {
      skillId: sampleDocument.skill.skillId,
      callStarter: { type: "skill-call", smaPhoneNumber: phoneNumbers[0] },
    },
    sma: { callerIdNumber, allowedSkillClientIds, routes },
    contextApi: { authorizer },
  });
  expect(deployment.callContext).toEqual({ replicas: [] });
  expect(deployment.skill?.contextTtlSeconds).toBe(3600);
  expect(deployment.sma?.withoutContext).toBe("otherwise");
  expect(deployment.contextApi).toEqual({
    authorizer: { ...authorizer, gateway: "passes" },
    allowedOrigins: [],
    throttle: { rate: 50, burst: 100 },
    agentPage: { frameAncestors: [] },
  });
});

test("all mistakes are listed, each with its place", () => {
  const document = {
    stage: "Prod",
    region: "eu-west-1",
    callContext: { replicas: [{ region: "west", keyArn: "key" }] },
    skill: { skillId: "my-skill", callStarter: { type: "telepathy" }, contextTtlSeconds: 5 },
    sma: {
      phoneNumber: "607-333-1111",
      allowedSkillClientIds: ["amzn1.application-oa2-client.SHORT"],
      routes: [],
      withoutContext: "maybe",
      secondNumber: "+16073331111",
    },
    contextApi: { authorizer: { type: "jwt", issuer: "http://login.example.com" } },
  };
  expect(mistakesOf(document)).toEqual([
    "stage: must be 1 to 16 of a-z, 0-9 and -, a letter first; example: prod",
    "region: must be us-east-1 or us-west-2",
    "callContext.replicas.0.region: must be an AWS Region; example: us-west-2",
    expect.stringMatching(
      /^callContext\.replicas\.0\.keyArn: must be the ARN of a KMS key; example: /,
    ),
    expect.stringMatching(/^skill\.skillId: must be the ID of a skill; example: /),
    'skill.callStarter.type: must have a type of "skill-call", "callback", "connect", "connect-task" or "smart-properties"',
    "skill.contextTtlSeconds: must be a whole number of seconds, 60 to 86400; example: 3600",
    "sma.phoneNumber: must be an E.164 number; example: +12045550100",
    "sma.callerIdNumber: is missing",
    expect.stringMatching(
      /^sma\.allowedSkillClientIds\.0: must be the Login with Amazon client ID/,
    ),
    "sma.routes: must be a ROUTES document, or the path of a JSON file that holds one",
    "sma.withoutContext: must be otherwise or reject",
    "sma.secondNumber: is not known here",
    "contextApi.authorizer.issuer: must be an https URL; example: https://login.example.com/",
    "contextApi.authorizer.audience: is missing",
  ]);
});

test("each way to start a call says what it misses", () => {
  const starting = (callStarter: object) =>
    mistakesOf({ stage: "test", skill: { ...sampleDocument.skill, callStarter } });
  expect(starting({ type: "skill-call" })).toEqual([
    "skill.callStarter.smaPhoneNumber: is missing",
  ]);
  expect(starting({ type: "callback" })).toEqual([
    "skill.callStarter.sipMediaApplicationId: is missing",
    "skill.callStarter.fromNumber: is missing",
  ]);
  expect(starting({ type: "smart-properties", extension: "5000" })).toEqual([
    "skill.callStarter.clientId: is missing",
    "skill.callStarter.loginSecretName: is missing",
  ]);
});

test("a document that is no object is a mistake, too", () => {
  expect(mistakesOf("prod")).toEqual(["the document: must be an object"]);
});

test("an ARN with a wildcard is none", () => {
  const table = { name: "contexts", keyArn: sampleDocument.callContext.replicas[0].keyArn };
  const arn = "arn:aws:dynamodb:us-east-1:123456789012:table/*";
  expect(mistakesOf({ stage: "test", table: { ...table, arn } })).toEqual([
    expect.stringMatching(/^table\.arn: must be the ARN of a DynamoDB table/),
  ]);
});

test("what is missing is said to be missing, at every depth", () => {
  expect(mistakesOf({ skill: {}, contextApi: { authorizer: {} } })).toEqual([
    "stage: is missing",
    "skill.skillId: is missing",
    "skill.callStarter: is missing",
    'contextApi.authorizer.type: is missing; must have a type of "jwt" or "iam"',
  ]);
});

test("a gateway that checks tokens takes no address of keys: API Gateway has no such setting", () => {
  const { authorizer } = sampleDocument.contextApi;
  const jwksUrl = "https://login.example.com/keys";
  const mistakes = (changes: object) =>
    mistakesOf({ stage: "test", contextApi: { authorizer: { ...authorizer, ...changes } } });
  expect(mistakes({ gateway: "checks", jwksUrl })).toEqual([
    "contextApi.authorizer: API Gateway finds keys by OpenID Connect discovery alone; leave out jwksUrl, or let the gateway pass",
  ]);
  expect(mistakes({ gateway: "checks" })).toEqual([]);
  expect(mistakes({ jwksUrl })).toEqual([]);
});

test("one audience or several, and never none", () => {
  const { authorizer } = sampleDocument.contextApi;
  const mistakes = (audience: unknown) =>
    mistakesOf({ stage: "test", contextApi: { authorizer: { ...authorizer, audience } } });
  expect(mistakes("call-context")).toEqual([]);
  for (const audience of [[], ["two words"], "", 5]) {
    expect(mistakes(audience)).toEqual([
      expect.stringMatching(/^contextApi\.authorizer\.audience(\.0)?: must be /),
    ]);
  }
});

test("a failover is in another Region, and for a number", () => {
  const { failover, phoneNumbers, ...sma } = sampleDocument.sma;
  const mistakes = (changes: object) => mistakesOf({ stage: "test", sma: { ...sma, ...changes } });
  expect(mistakes({ failover })).toEqual([
    "sma: failover is for the SIP rules of phoneNumbers, and there are none",
  ]);
  expect(mistakes({ phoneNumbers, failover: { ...failover, region: "us-east-1" } })).toEqual([
    "sma: a SIP rule takes one SIP media application of each Region; failover must be in another",
  ]);
});

test("one number or several, each once", () => {
  const { phoneNumbers, failover, ...sma } = sampleDocument.sma;
  const numbers = (changes: object) =>
    parseDeployment({ stage: "test", sma: { ...sma, ...changes } }).sma?.phoneNumbers;
  expect(numbers({})).toEqual([]);
  expect(numbers({ phoneNumber: "+16073331111" })).toEqual(["+16073331111"]);
  expect(numbers({ phoneNumbers: ["+16073331111", "+16073332222"] })).toHaveLength(2);
  const mistakes = (changes: object) => mistakesOf({ stage: "test", sma: { ...sma, ...changes } });
  expect(mistakes({ phoneNumber: "+16073331111", phoneNumbers })).toEqual([
    "sma: phoneNumber is a list of one: take phoneNumbers, or phoneNumber, and not both",
  ]);
  expect(mistakes({ phoneNumbers: ["+16073331111", "+16073331111"] })).toEqual([
    "sma: phoneNumbers names a number twice",
  ]);
});

test("what has to be in a Region is", () => {
  const west = (arn: string) => arn.replace("us-east-1", "us-west-2");
  const { callContext, contextApi, sma } = sampleDocument;
  const document = {
    stage: "test",
    callContext: {
      replicas: [
        { ...callContext.replicas[0], region: "us-east-1" },
        { ...callContext.replicas[0], region: "ca-central-1" },
      ],
    },
    sma: { ...sma, alarmTopicArn: west(sma.alarmTopicArn) },
    contextApi: {
      ...contextApi,
      domain: { ...contextApi.domain, certificateArn: west(contextApi.domain.certificateArn) },
    },
  };
  expect(mistakesOf(document)).toEqual([
    "sma.alarmTopicArn: is a topic of us-west-2; alarms tell topics of their own Region, us-east-1",
    "contextApi.domain.certificateArn: is a certificate of us-west-2; an HTTP API takes one of its own Region, us-east-1",
    "callContext.replicas.0.region: is the table's own Region, us-east-1",
    "callContext.replicas.0.keyArn: is a key of us-west-2; a replica takes one of its own Region, us-east-1",
    "callContext.replicas.1.keyArn: is a key of us-west-2; a replica takes one of its own Region, ca-central-1",
  ]);
});

test("a callback's caller ID is no dial-in number: who rings back would reach the application without a context", () => {
  const { sma, skill } = sampleDocument;
  const [phoneNumber] = sma.phoneNumbers;
  const callStarter = { ...skill.callStarter, fromNumber: phoneNumber };
  expect(mistakesOf({ ...sampleDocument, skill: { ...skill, callStarter } })).toEqual([
    "skill: callStarter.fromNumber is one of sma.phoneNumbers: who rings back would reach the application without a context",
  ]);
});
