import { expect, test } from "@jest/globals";
import { ConfigError, type ConfigMistake } from "@skill-call/lambda-config";
import { type Environment, readConfig } from "./config.ts";

const environment = {
  CALL_CONTEXT_TABLE: "skill-call-contexts",
  CALL_STARTER: "skill-call",
  SMA_PHONE_NUMBER: "+16073331111",
};

const smartProperties = {
  CALL_CONTEXT_TABLE: "skill-call-contexts",
  CALL_STARTER: "smart-properties",
  SMART_PROPERTIES_EXTENSION: "5000",
  LWA_CLIENT_ID: "client",
  LWA_SECRET_ARN: "arn:aws:secretsmanager:us-east-1:123456789012:secret:lwa-AbCdEf",
};

function mistakesOf(env: Environment): readonly ConfigMistake[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

test("the least that it takes is a table, a starter and its number", () => {
  expect(readConfig(environment)).toEqual({
    tableName: "skill-call-contexts",
    skillId: undefined,
    contextTtlSeconds: 3600,
    callFormFile: undefined,
    starter: { name: "skill-call", smaPhoneNumber: "+16073331111" },
  });
});

test("everything can be set", () => {
  const config = readConfig({
    ...environment,
    SKILL_ID: "amzn1.ask.skill.1",
    CALL_CONTEXT_KEY: "arn:aws:kms:us-east-1:123456789012:key/mrk-1",
    CONTEXT_TTL_SECONDS: "60",
    CALL_FORM_FILE: "/opt/clinic/call-form.json",
  });
  expect(config).toMatchObject({
    skillId: "amzn1.ask.skill.1",
    contextKey: "arn:aws:kms:us-east-1:123456789012:key/mrk-1",
    contextTtlSeconds: 60,
    callFormFile: "/opt/clinic/call-form.json",
  });
});

test("a callback takes the application's ID and a number of its own, and no SMA_PHONE_NUMBER", () => {
  const { starter } = readConfig({
    CALL_CONTEXT_TABLE: "skill-call-contexts",
    CALL_STARTER: "callback",
    SIP_MEDIA_APPLICATION_ID: "sma-1",
    CALLBACK_FROM_NUMBER: "+16073331111",
  });
  expect(starter).toEqual({
    name: "callback",
    sipMediaApplicationId: "sma-1",
    fromNumber: "+16073331111",
  });
});

const connectIds = {
  CONNECT_INSTANCE_ID: "11111111-2222-4333-8444-555555555555",
  CONNECT_FLOW_ID: "22222222-2222-4333-8444-555555555555",
};

test("Amazon Connect takes an instance, a flow and a number of the instance, in the function's own Region", () => {
  const { starter } = readConfig({
    CALL_CONTEXT_TABLE: "skill-call-contexts",
    CALL_STARTER: "connect",
    ...connectIds,
    CONNECT_SOURCE_NUMBER: "+16075550111",
    AWS_REGION: "ca-central-1",
  });
  expect(starter).toEqual({
    name: "connect",
    instanceId: connectIds.CONNECT_INSTANCE_ID,
    flowId: connectIds.CONNECT_FLOW_ID,
    region: "ca-central-1",
    endpoint: "https://connect.ca-central-1.amazonaws.com",
    sourceNumber: "+16075550111",
  });
});

test("a task needs no number to call from, and an endpoint of one's own counts", () => {
  const { starter } = readConfig({
    CALL_CONTEXT_TABLE: "skill-call-contexts",
    CALL_STARTER: "connect-task",
    ...connectIds,
    AWS_ENDPOINT_URL_CONNECT: "http://127.0.0.1:4510/",
  });
  expect(starter).toMatchObject({ name: "connect-task", endpoint: "http://127.0.0.1:4510" });
});

test.each(["connect", "connect-task"])(
  "%s takes the address of the agent's page",
  (CALL_STARTER) => {
    const environment = {
      CALL_CONTEXT_TABLE: "skill-call-contexts",
      CALL_STARTER,
      ...connectIds,
      CONNECT_SOURCE_NUMBER: "+16075550111",
    };
    const AGENT_PAGE_URL = "https://context.example.com/agent";
    expect(readConfig({ ...environment, AGENT_PAGE_URL }).starter).toMatchObject({
      agentPageUrl: AGENT_PAGE_URL,
    });
    for (const mistake of ["http://context.example.com/agent", "agent", `${AGENT_PAGE_URL}#`]) {
      expect(mistakesOf({ ...environment, AGENT_PAGE_URL: mistake })).toMatchObject([
        { variable: "AGENT_PAGE_URL", problem: expect.stringContaining("without a fragment") },
      ]);
    }
  },
);

test("smart properties take an extension and a login", () => {
  expect(readConfig(smartProperties).starter).toEqual({
    name: "smart-properties",
    extension: "5000",
    login: {
      tokenUrl: "https://api.amazon.com/auth/o2/token",
      clientId: "client",
      secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:lwa-AbCdEf",
    },
  });
});

test("an empty environment is refused with every variable that is missing, and an example of each", () => {
  expect(() => readConfig({})).toThrow(
    [
      "The skill cannot start, 3 mistakes in its environment:",
      "- CALL_CONTEXT_TABLE: is missing; example: skill-call-contexts",
      "- CALL_STARTER: is missing; example: skill-call",
      "- SMA_PHONE_NUMBER: is missing; example: +12045550100",
    ].join("\n"),
  );
});

test.each([
  ["callback", ["SIP_MEDIA_APPLICATION_ID", "CALLBACK_FROM_NUMBER"]],
  ["connect", ["CONNECT_INSTANCE_ID", "CONNECT_FLOW_ID", "CONNECT_SOURCE_NUMBER"]],
  ["connect-task", ["CONNECT_INSTANCE_ID", "CONNECT_FLOW_ID"]],
  ["smart-properties", ["SMART_PROPERTIES_EXTENSION", "LWA_CLIENT_ID", "LWA_SECRET_ARN"]],
])("CALL_STARTER=%s misses variables of its own", (CALL_STARTER, missing) => {
  const mistakes = mistakesOf({ CALL_STARTER, CALL_CONTEXT_TABLE: "contexts" });
  expect(mistakes.map(({ variable }) => variable)).toEqual(missing);
});

test.each([
  ["CALL_CONTEXT_TABLE", " "],
  ["CALL_STARTER", "pigeon"],
  ["SMA_PHONE_NUMBER", "6073331111"],
  ["SMA_PHONE_NUMBER", "6073331111"],
  ["SKILL_ID", "3ffd8d5f"],
  ["CALL_CONTEXT_KEY", "alias/contexts"],
  ["CONTEXT_TTL_SECONDS", "0"],
  ["CONTEXT_TTL_SECONDS", "1h"],
  ["CONTEXT_TTL_SECONDS", "1.5"],
])("%s=%s is one mistake, with an example of what is right", (variable, value) => {
  const mistakes = mistakesOf({ ...environment, [variable]: value });
  expect(mistakes).toEqual([{ variable, problem: expect.stringContaining("; example: ") }]);
});

test.each([
  "http://api.amazon.com/auth/o2/token",
  "https://api.amazon.com.example.com/token",
  "https://api.amazon.com@example.com/token",
])("the client secret is not sent to %s", (LWA_TOKEN_URL) => {
  expect(mistakesOf({ ...smartProperties, LWA_TOKEN_URL })).toHaveLength(1);
});

test("an optional variable that is empty is one that is not set", () => {
  const config = readConfig({ ...environment, SKILL_ID: "", CONTEXT_TTL_SECONDS: "" });
  expect(config).toMatchObject({ skillId: undefined, contextTtlSeconds: 3600 });
  expect(readConfig({ ...environment, CALL_CONTEXT_KEY: " " }).contextKey).toBeUndefined();
});

test("a mistake never repeats the value", () => {
  const mistakes = mistakesOf({ ...environment, SMA_PHONE_NUMBER: "6073339999" });
  expect(JSON.stringify(mistakes)).not.toContain("6073339999");
});
