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
    region: "west",
    callContext: { replicas: [{ region: "west", keyArn: "key" }] },
    skill: { skillId: "my-skill", callStarter: { type: "telepathy" }, contextTtlSeconds: 5 },
    sma: {
      phoneNumber: "607-333-1111",
      allowedSkillClientIds: ["amzn1.application-oa2-client.SHORT"],
      routes: [],
      withoutContext: "maybe",
      secondNumber: "+16073331111",
    },
    contextApi: { authorizer: { type: "jwt", issuer: "two words" } },
  };
  expect(mistakesOf(document)).toEqual([
    "stage: must be 1 to 16 of a-z, 0-9 and -, a letter first; example: prod",
    "region: must be an AWS Region; example: us-west-2",
    "callContext.replicas.0.region: must be an AWS Region; example: us-west-2",
    expect.stringMatching(
      /^callContext\.replicas\.0\.keyArn: must be the ARN of a KMS key; example: /,
    ),
    expect.stringMatching(/^skill\.skillId: must be the ID of a skill; example: /),
    'skill.callStarter.type: must have one of the types "skill-call", "callback", "connect", "connect-task", "smart-properties"',
    "skill.contextTtlSeconds: must be a whole number of seconds, 60 to 86400; example: 3600",
    "sma.phoneNumber: must be an E.164 number; example: +12045550100",
    "sma.callerIdNumber: is missing",
    expect.stringMatching(
      /^sma\.allowedSkillClientIds\.0: must be the Login with Amazon client ID/,
    ),
    "sma.routes: must be a ROUTES document, or the path of a JSON file that holds one",
    "sma.withoutContext: must be otherwise or reject",
    "sma.secondNumber: is not known here",
    "contextApi.authorizer.issuer: must be a name without spaces; example: skill-call",
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
    "skill.callStarter.loginSecretArn: is missing",
  ]);
});

test("a document that is no object is a mistake, too", () => {
  expect(mistakesOf("prod")).toEqual(["the document: must be an object"]);
});

test("an ARN with a wildcard is none", () => {
  const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const table = { name: "contexts", keyArn };
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

test("what needs a SIP media application is where there are some; Amazon Connect is elsewhere, too", () => {
  const { skill, sma, connect } = sampleDocument;
  const there = (text: string) => text.replace("us-east-1", "eu-west-2");
  const { alarmTopicArn: _topic, failover: _failover, ...smaThere } = sma;
  const skillThere = { skillId: skill.skillId, callStarter: skill.callStarter };
  expect(
    mistakesOf({ stage: "test", region: "eu-west-2", sma: smaThere, skill: skillThere }),
  ).toEqual([
    "sma: has no SIP media applications in eu-west-2; us-east-1 and us-west-2 have",
    "skill.callStarter: has no SIP media applications in eu-west-2; us-east-1 and us-west-2 have",
  ]);
  const instanceArn = there(connect.instanceArn);
  const callStarter = {
    type: "connect",
    instanceArn,
    flowId: "22222222-2222-4333-8444-555555555555",
    sourceNumber: "+442079460000",
  };
  expect(
    mistakesOf({
      stage: "test",
      region: "eu-west-2",
      skill: { skillId: skill.skillId, callStarter },
      connect: {
        instanceArn,
        fallbackQueueArn: there(connect.fallbackQueueArn),
        routes: connect.routes,
      },
    }),
  ).toEqual([]);
});

test("a callback's caller ID is no dial-in number: people who ring back would reach the application without a context", () => {
  const { sma, skill } = sampleDocument;
  const [phoneNumber] = sma.phoneNumbers;
  const callStarter = { ...skill.callStarter, fromNumber: phoneNumber };
  expect(mistakesOf({ ...sampleDocument, skill: { ...skill, callStarter } })).toEqual([
    "skill: callStarter.fromNumber is one of sma.phoneNumbers: people who ring back would reach the application without a context",
  ]);
});

test("call events do something, and tell one receiver", () => {
  const mistakes = (callEvents: object) => mistakesOf({ stage: "test", callEvents });
  const { webhook, connectInstanceArn } = sampleDocument.callEvents;
  const eventBusArn = "arn:aws:events:us-east-1:123456789012:event-bus/calls";
  expect(mistakes({})).toEqual([
    "callEvents: does nothing: it needs webhook, eventBusArn or connectInstanceArn",
  ]);
  expect(mistakes({ webhook, eventBusArn })).toEqual([
    "callEvents: webhook and eventBusArn are two ways to tell the same: leave one out, for a rule of the bus can call the webhook",
  ]);
  expect(
    mistakes({ connectInstanceArn: connectInstanceArn.replace("us-east-1", "eu-west-2") }),
  ).toEqual([
    "callEvents.connectInstanceArn: is an instance of eu-west-2; its events come there, and this is us-east-1",
  ]);
});

test("a table of another account needs its stream named where somebody is told of what changes in it", () => {
  const { webhook, connectInstanceArn } = sampleDocument.callEvents;
  const table = {
    name: "call-contexts",
    arn: "arn:aws:dynamodb:us-east-1:210987654321:table/call-contexts",
    keyArn: "arn:aws:kms:us-east-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  };
  const mistakes = (callEvents: object) => mistakesOf({ stage: "test", table, callEvents });
  expect(mistakes({ webhook })).toEqual([
    "table: has no streamArn, and callEvents tells of what changes in the table",
  ]);
  expect(mistakes({ connectInstanceArn })).toEqual([]);
});

test("the flows' queue is in their instance, the instance in the Region, and its events are those that are read", () => {
  const { connect, callEvents } = sampleDocument;
  const elsewhere = (arn: string) => arn.replace("11111111", "99999999");
  const { fallbackQueueArn, instanceArn } = connect;
  expect(
    mistakesOf({
      stage: "test",
      connect: { ...connect, fallbackQueueArn: elsewhere(fallbackQueueArn) },
    }),
  ).toEqual(["connect.fallbackQueueArn: is a queue of another instance than instanceArn"]);
  const west = (arn: string) => arn.replace("us-east-1", "us-west-2");
  expect(
    mistakesOf({
      stage: "test",
      connect: {
        ...connect,
        instanceArn: west(instanceArn),
        fallbackQueueArn: west(fallbackQueueArn),
      },
    }),
  ).toEqual([
    "connect.instanceArn: is an instance of us-west-2; its Lambdas are there, and this is us-east-1",
  ]);
  expect(
    mistakesOf({
      stage: "test",
      connect,
      callEvents: { ...callEvents, connectInstanceArn: elsewhere(instanceArn) },
    }),
  ).toEqual([
    "callEvents: connectInstanceArn is another instance than connect.instanceArn: contexts of its calls would not move on",
  ]);
});

test("a canary has a number of its own, and time for its calls", () => {
  const { sma, skill } = sampleDocument;
  const withCanary = (canary: object, changes: object = {}) =>
    mistakesOf({ stage: "test", sma: { ...sma, ...changes, canary } });
  const shared =
    "sma.canary: fromNumber is also callerIdNumber or one of phoneNumbers: whoever calls from it would be taken for a canary call";
  expect(withCanary({ fromNumber: sma.callerIdNumber })).toEqual([shared]);
  expect(withCanary({ fromNumber: sma.phoneNumbers[0] })).toEqual([shared]);
  const fromNumber = "+12045550177";
  expect(withCanary({ fromNumber, everyMinutes: 4 })).toEqual([
    "sma.canary.everyMinutes: must be a number, 5 to 60; example: 15",
  ]);
  const phoneNumbers = ["1", "2", "3", "4", "5"].map((digit) => `+1607333222${digit}`);
  expect(withCanary({ fromNumber, everyMinutes: 5 }, { phoneNumbers })).toEqual([
    "sma.canary: everyMinutes is too short: a canary call to each of phoneNumbers takes up to a minute",
  ]);
  const callStarter = { ...skill.callStarter, fromNumber };
  expect(
    mistakesOf({
      ...sampleDocument,
      skill: { ...skill, callStarter },
      sma: { ...sma, canary: { fromNumber } },
    }),
  ).toEqual([
    "skill: callStarter.fromNumber is sma.canary.fromNumber: callers would be taken for a canary call",
  ]);
});

/** A document with everything, one place of it changed. */
function changed(place: string, change: (value: string) => string): unknown {
  const document = JSON.parse(
    JSON.stringify({
      ...sampleDocument,
      table: ownTable,
      callContext: { restoredTable: ownTable },
    }),
  );
  const keys = place.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce((value, key) => value[key], document);
  holder[last] = change(holder[last] ?? whereNone[place] ?? "");
  return document;
}

const ownTable = {
  name: "call-contexts",
  arn: "arn:aws:dynamodb:us-east-1:123456789012:table/call-contexts",
  keyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  streamArn:
    "arn:aws:dynamodb:us-east-1:123456789012:table/call-contexts/stream/2026-11-29T00:00:00.000",
};

/** What the sample has not. */
const whereNone: Readonly<Record<string, string>> = {
  "callContext.alarmTopicArn": "arn:aws:sns:us-east-1:123456789012:on-call",
};

test.each([
  ...["callContext", "skill", "sma", "contextApi", "connect", "callEvents"].map(
    (section) => `${section}.alarmTopicArn`,
  ),
  ...["arn", "keyArn", "streamArn"].flatMap((key) => [
    `table.${key}`,
    `callContext.restoredTable.${key}`,
  ]),
  "contextApi.domain.certificateArn",
  "connect.instanceArn",
  "callEvents.connectInstanceArn",
  "callEvents.webhook.secretArn",
])("%s of another Region is a mistake", (place) => {
  const west = changed(place, (arn) => arn.replace("us-east-1", "us-west-2"));
  expect(mistakesOf(west)).toContainEqual(
    expect.stringMatching(new RegExp(`^${place}: is .* of us-west-2; .* us-east-1$`)),
  );
});

test("nor does a skill ask a service of another Region", () => {
  const { skill } = sampleDocument;
  const mistakes = (callStarter: object) =>
    mistakesOf({ stage: "test", skill: { ...skill, callStarter } });
  const instance = "11111111-2222-4333-8444-555555555555";
  expect(
    mistakes({
      type: "connect-task",
      instanceArn: `arn:aws:connect:eu-west-2:123456789012:instance/${instance}`,
      flowId: instance,
    }),
  ).toEqual([
    "skill.callStarter.instanceArn: is an instance of eu-west-2; a Lambda asks services of its own Region, us-east-1",
  ]);
  expect(
    mistakes({
      type: "smart-properties",
      extension: "5000",
      clientId: sampleDocument.sma.allowedSkillClientIds[0],
      loginSecretArn: "arn:aws:secretsmanager:eu-west-2:123456789012:secret:login-AbCdEf",
    }),
  ).toEqual([
    "skill.callStarter.loginSecretArn: is a secret of eu-west-2; a Lambda asks services of its own Region, us-east-1",
  ]);
});

const key = (region: string, id = "1234abcd-12ab-34cd-56ef-1234567890ab") =>
  `arn:aws:kms:${region}:123456789012:key/${id}`;

test("what callers say is encrypted by a key that every team's document may name", () => {
  const encryption = { keyArn: key("us-east-1") };
  expect(parseDeployment({ stage: "test", encryption }).encryption).toEqual({
    ...encryption,
    formerKeyArns: [],
  });
  expect(parseDeployment({ stage: "test" }).encryption).toBeUndefined();
});

test.each<[object, string]>([
  [{}, "encryption.keyArn: is missing"],
  [{ keyArn: "alias" }, "encryption.keyArn: must be the ARN of a KMS key; example: "],
  [
    { keyArn: key("us-west-2") },
    "encryption.keyArn: is a key of us-west-2; a Lambda asks for the multi-Region key's replica of its own, us-east-1",
  ],
  [
    { keyArn: key("us-east-1"), formerKeyArns: [key("us-west-2", "0")] },
    "encryption.formerKeyArns.0: is a key of us-west-2; a Lambda asks for",
  ],
  [
    { keyArn: key("us-east-1"), formerKeyArns: [key("us-east-1")] },
    "encryption: keyArn is one of formerKeyArns, too",
  ],
])("%j encrypts nothing", (encryption, mistake) => {
  expect(mistakesOf({ stage: "test", encryption })).toContainEqual(
    expect.stringContaining(mistake),
  );
});
