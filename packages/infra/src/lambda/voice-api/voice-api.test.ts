import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import { type AwsAnswer, type AwsRequest, type FakeAws, fakeAws } from "../../testing/fake-aws.ts";

interface Rule {
  SipRuleId: string;
  Name: string;
  TriggerValue: string;
  Disabled: boolean;
  TargetApplications: { SipMediaApplicationId: string; AwsRegion: string; Priority: number }[];
}

/** The Voice API as far as SIP rules and an application's settings go, with whatever goes wrong next. */
const api = {
  rules: [] as Rule[],
  /** As they were put, by their last path segment. */
  settings: {} as Record<string, unknown>,
  calls: [] as string[],
  /** Answers instead of carrying out; `after` carries out, and loses the answer. */
  faults: [] as { readonly operation: string; readonly code: string; readonly after?: boolean }[],
};

const file = fileURLToPath(new URL("../../../dist/lambda/voice-api/index.mjs", import.meta.url));
const answered: Record<string, unknown>[] = [];
let voice: FakeAws;
let cloudFormation: FakeAws;
let lambda: BuiltLambda;

beforeAll(async () => {
  voice = await fakeAws(voiceApi);
  cloudFormation = await fakeAws(({ body }) => {
    answered.push(body as Record<string, unknown>);
    return {};
  });
  lambda = await BuiltLambda.start(file, {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_MAX_ATTEMPTS: "1",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    AWS_ENDPOINT_URL_CHIME_SDK_VOICE: voice.url,
  });
});

afterAll(async () => {
  await lambda?.stop();
  await Promise.all([voice.close(), cloudFormation.close()]);
});

beforeEach(() => {
  api.rules = [];
  api.settings = {};
  api.calls = [];
  api.faults = [];
  answered.length = 0;
});

function voiceApi(request: AwsRequest): AwsAnswer {
  const operation = operationOf(request);
  api.calls.push(operation);
  const [fault] = api.faults;
  if (fault?.operation !== operation) return carriedOut(operation, request);
  api.faults.shift();
  if (fault.after) carriedOut(operation, request);
  return refusal(fault.code);
}

const statuses: Readonly<Record<string, number>> = {
  NotFoundException: 404,
  ConflictException: 409,
  ThrottledClientException: 429,
  BadRequestException: 400,
  ServiceFailureException: 500,
};

function refusal(code: string): AwsAnswer {
  const headers = { "x-amzn-errortype": code };
  return { status: statuses[code] ?? 400, headers, body: { Code: code, Message: "refused" } };
}

function operationOf({ method, path }: AwsRequest): string {
  const [, kind, id] = path.split("?")[0]?.split("/") ?? [];
  if (kind === "sip-media-applications") return "PutSetting";
  if (method === "GET") return "ListSipRules";
  if (method === "POST") return "CreateSipRule";
  return method === "PUT" && id !== undefined ? "UpdateSipRule" : "DeleteSipRule";
}

function carriedOut(operation: string, { path, body }: AwsRequest): AwsAnswer {
  if (operation === "PutSetting") {
    const [, , id, setting = ""] = path.split("/");
    if (id !== "d82f98e7") return refusal("NotFoundException");
    api.settings[setting] = body;
    return { status: 200, body: {} };
  }
  if (operation === "ListSipRules") return { body: { SipRules: api.rules } };
  const given = body as Partial<Rule> | undefined;
  if (operation === "CreateSipRule") {
    if (api.rules.some(({ TriggerValue }) => TriggerValue === given?.TriggerValue)) {
      return refusal("ConflictException");
    }
    const rule = { ...given, SipRuleId: `rule-${api.rules.length + 1}` } as Rule;
    api.rules.push(rule);
    return { status: 201, body: { SipRule: rule } };
  }
  const id = path.split("/").at(-1);
  const rule = api.rules.find(({ SipRuleId }) => SipRuleId === id);
  if (rule === undefined) return refusal("NotFoundException");
  if (operation === "UpdateSipRule") {
    Object.assign(rule, given);
    return { status: 202, body: { SipRule: rule } };
  }
  if (!rule.Disabled) return refusal("ConflictException");
  api.rules = api.rules.filter((each) => each !== rule);
  return { status: 204 };
}

const properties = {
  Name: "skill-call-prod-16073331111",
  PhoneNumber: "+16073331111",
  Targets: [
    { SipMediaApplicationId: "here", AwsRegion: "us-east-1" },
    { SipMediaApplicationId: "there", AwsRegion: "us-west-2" },
  ],
};

/** CloudFormation asks, and is answered. */
async function asks(
  RequestType: string,
  PhysicalResourceId?: string,
  remainingMs = 120_000,
  what: object = { ResourceType: "Custom::SkillCallSipRule", ResourceProperties: properties },
) {
  answered.length = 0;
  api.calls = [];
  const event = {
    RequestType,
    ...what,
    ...(PhysicalResourceId !== undefined && { PhysicalResourceId }),
    StackId: "stack",
    RequestId: "request",
    LogicalResourceId: "SipRule",
    ResponseURL: cloudFormation.url,
  };
  await lambda.invoke(event, remainingMs);
  expect(answered).toHaveLength(1);
  const { Status, PhysicalResourceId: id } = answered[0] ?? {};
  return { Status, id: String(id) };
}

const enabled = { Name: properties.Name, Disabled: false };

test("a rule is made with every application in order of priority, under the ID that the service drew", async () => {
  expect(await asks("Create")).toEqual({ Status: "SUCCESS", id: "rule-1" });
  expect(api.rules).toEqual([
    {
      SipRuleId: "rule-1",
      ...enabled,
      TriggerType: "ToPhoneNumber",
      TriggerValue: "+16073331111",
      TargetApplications: [
        { SipMediaApplicationId: "here", AwsRegion: "us-east-1", Priority: 1 },
        { SipMediaApplicationId: "there", AwsRegion: "us-west-2", Priority: 2 },
      ],
    },
  ]);
});

test("what a deployment left behind under the same name is taken over", async () => {
  await asks("Create");
  expect(await asks("Create")).toEqual({ Status: "SUCCESS", id: "rule-1" });
  expect(api.rules).toHaveLength(1);
});

test("a creation whose answer was lost is found again", async () => {
  api.faults = [{ operation: "CreateSipRule", code: "ServiceFailureException", after: true }];
  expect(await asks("Create")).toEqual({ Status: "SUCCESS", id: "rule-1" });
  expect(api.rules).toHaveLength(1);
});

test.each(["ThrottledClientException", "ConflictException", "ServiceFailureException"])(
  "%s passes: it is tried again",
  async (code) => {
    api.faults = [{ operation: "CreateSipRule", code }];
    expect(await asks("Create")).toMatchObject({ Status: "SUCCESS" });
    expect(api.calls.filter((call) => call === "CreateSipRule")).toHaveLength(2);
  },
);

test("what will not pass fails at once, and its deletion does nothing", async () => {
  api.faults = [{ operation: "CreateSipRule", code: "BadRequestException" }];
  const { Status, id } = await asks("Create");
  expect(Status).toBe("FAILED");
  expect(await asks("Delete", id)).toMatchObject({ Status: "SUCCESS" });
  expect(api.calls).toEqual(["ListSipRules"]);
});

test("another stack's rule for the number is never touched", async () => {
  await asks("Create");
  const [rule] = api.rules;
  if (rule) rule.Name = "skill-call-test-16073331111";
  expect(await asks("Delete", "nothing-made")).toMatchObject({ Status: "SUCCESS" });
  expect(api.rules).toHaveLength(1);
});

test("a failed update keeps the resource's ID, and so does its rollback", async () => {
  const { id } = await asks("Create");
  api.faults = [{ operation: "UpdateSipRule", code: "BadRequestException" }];
  expect(await asks("Update", id)).toEqual({ Status: "FAILED", id });
  expect(await asks("Update", id)).toEqual({ Status: "SUCCESS", id });
});

test("a rule that somebody deleted by hand is made anew; the deletion of the old one does no harm", async () => {
  const { id } = await asks("Create");
  api.rules = [];
  expect(await asks("Update", id)).toMatchObject({ Status: "SUCCESS" });
  expect(api.rules).toHaveLength(1);
  expect(await asks("Delete", "rule-of-yesterday")).toMatchObject({ Status: "SUCCESS" });
  expect(api.rules).toHaveLength(1);
});

test("a rule is disabled, then deleted; however often it is asked for", async () => {
  const { id } = await asks("Create");
  expect(await asks("Delete", id)).toEqual({ Status: "SUCCESS", id });
  expect(api.calls).toEqual(["UpdateSipRule", "DeleteSipRule"]);
  expect(api.rules).toEqual([]);
  expect(await asks("Delete", id)).toEqual({ Status: "SUCCESS", id });
});

test("a deletion that was interrupted goes on", async () => {
  const { id } = await asks("Create");
  api.faults = [{ operation: "DeleteSipRule", code: "ConflictException" }];
  expect(await asks("Delete", id)).toMatchObject({ Status: "SUCCESS" });
  expect(api.rules).toEqual([]);
});

test("CloudFormation is answered while there is time, whatever hangs in the way", async () => {
  api.faults = Array.from({ length: 20 }, () => ({
    operation: "CreateSipRule",
    code: "ThrottledClientException",
  }));
  expect(await asks("Create", undefined, 10_100)).toMatchObject({ Status: "FAILED" });
});

const client = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";

test.each([
  {
    type: "Custom::SkillCallMessageLogs",
    given: {},
    put: (isOn: boolean) => ({
      "logging-configuration": {
        SipMediaApplicationLoggingConfiguration: { EnableSipMediaApplicationMessageLogs: isOn },
      },
    }),
  },
  {
    type: "Custom::SkillCallAlexaSkills",
    given: { AlexaSkillIds: [client] },
    put: (isOn: boolean) => ({
      "alexa-skill-configuration": {
        SipMediaApplicationAlexaSkillConfiguration: {
          AlexaSkillStatus: isOn ? "ACTIVE" : "INACTIVE",
          AlexaSkillIds: [client],
        },
      },
    }),
  },
])(
  "$type is switched on, and off when it goes; however often, and without its application",
  async ({ type, given, put }) => {
    const of = (SipMediaApplicationId: string) => ({
      ResourceType: type,
      ResourceProperties: { SipMediaApplicationId, ...given },
    });
    const id = "d82f98e7";
    for (const step of ["Create", "Update"]) {
      const known = step === "Create" ? undefined : id;
      expect(await asks(step, known, 120_000, of(id))).toEqual({ Status: "SUCCESS", id });
      expect(api.settings).toEqual(put(true));
    }
    for (const application of [id, id, "gone"]) {
      expect(await asks("Delete", id, 120_000, of(application))).toEqual({ Status: "SUCCESS", id });
    }
    expect(api.settings).toEqual(put(false));
  },
);

test("a setting that an account may not have fails, and its deletion does no harm", async () => {
  const what = {
    ResourceType: "Custom::SkillCallAlexaSkills",
    ResourceProperties: { SipMediaApplicationId: "d82f98e7", AlexaSkillIds: [client] },
  };
  api.faults = [{ operation: "PutSetting", code: "ForbiddenException" }];
  expect(await asks("Create", undefined, 120_000, what)).toMatchObject({ Status: "FAILED" });
  expect(await asks("Delete", "nothing-made", 120_000, what)).toMatchObject({ Status: "SUCCESS" });
  expect(api.calls).toEqual([]);
});

const rule = { ResourceType: "Custom::SkillCallSipRule", ResourceProperties: properties };
const long = "x".repeat(100_000);

test.each<[string, object]>([
  ["a type that there is not", { ...rule, ResourceType: "Custom::Other" }],
  ["a type that is long", { ...rule, ResourceType: long }],
  ["a type that every object has", { ...rule, ResourceType: "constructor" }],
  ["no type", { ...rule, ResourceType: undefined }],
  ["no properties", { ...rule, ResourceProperties: undefined }],
  ["properties that are a list", { ...rule, ResourceProperties: [properties] }],
  ["no targets", { ...rule, ResourceProperties: { ...properties, Targets: undefined } }],
  ["a target that is null", { ...rule, ResourceProperties: { ...properties, Targets: [null] } }],
  ["a name that is none", { ...rule, ResourceProperties: { ...properties, Name: { a: 1 } } }],
  ["an empty number", { ...rule, ResourceProperties: { ...properties, PhoneNumber: "" } }],
  ["properties in the prototype's place", JSON.parse('{"__proto__":{"ResourceType":"x"}}')],
])("%s fails before anything is done, and so nothing holds its rollback up", async (_, what) => {
  for (const step of ["Create", "Update"]) {
    const known = step === "Update" ? "rule-9" : undefined;
    const id = known ?? "nothing-made";
    expect(await asks(step, known, 120_000, what)).toEqual({ Status: "FAILED", id });
    expect(answered[0]?.Reason).toMatch(/^UnreadableRequestError: Not as it must be: [\w., ]+$/);
    expect(JSON.stringify(answered[0]).length).toBeLessThan(4096);
  }
  const nothing = { Status: "SUCCESS", id: "nothing-made" };
  expect(await asks("Delete", "nothing-made", 120_000, what)).toEqual(nothing);
  expect(await asks("Delete", "rule-9", 120_000, what)).toEqual({ Status: "FAILED", id: "rule-9" });
  expect(api.calls).toEqual([]);
});

test.each(["create", "", "Read", "__proto__"])(
  "a request to %j is none, and fails",
  async (type) => {
    expect(await asks(type)).toEqual({ Status: "FAILED", id: "nothing-made" });
    expect(api.calls).toEqual([]);
  },
);

test.each<[string, unknown]>([
  ["nothing", null],
  ["a text", "Create"],
  ["a list", []],
  ["no fields", {}],
  ["no address", { RequestType: "Create", StackId: "s", RequestId: "r", LogicalResourceId: "l" }],
])("%s is no request of CloudFormation's, and nobody is answered", async (_, event) => {
  await expect(lambda.invoke(event)).rejects.toThrow("Not as it must be: ");
  expect(answered).toEqual([]);
});

test("neither numbers nor answers are logged", () => {
  expect(lambda.log).toContain("voice-api.resource");
  expect(lambda.log).not.toMatch(/\+\d{5}|here/);
});
