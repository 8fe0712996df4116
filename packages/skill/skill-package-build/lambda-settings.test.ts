import { expect, test } from "@jest/globals";
import { stackOf } from "./lambda-settings.ts";

const connect = {
  CALL_STARTER: "connect",
  CONNECT_INSTANCE_ID: "11111111-2222-4333-8444-555555555555",
  CONNECT_FLOW_ID: "22222222-2222-4333-8444-555555555555",
  CONNECT_SOURCE_NUMBER: "+16075550111",
};

interface Stack {
  readonly Parameters: object;
  readonly Resources: Readonly<Record<string, { readonly Properties: Record<string, unknown> }>>;
  readonly Outputs: object;
}

function stack(environment: Readonly<Record<string, string>>): Stack {
  const { stack, mistakes } = stackOf({ region: "us-east-1", environment });
  if (mistakes) throw new Error(mistakes.join("\n"));
  return stack as Stack;
}

interface Policy {
  readonly PolicyDocument: {
    readonly Statement: readonly { readonly Action: string[]; readonly Resource: unknown }[];
  };
}

/** What the Lambda's role allows: actions, and where. */
function rights({ Resources }: Stack): Readonly<Record<string, unknown>> {
  const policies = Resources.Role?.Properties.Policies as readonly Policy[] | undefined;
  const statements = (policies ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  return Object.fromEntries(statements.map(({ Action, Resource }) => [Action.join(" "), Resource]));
}

test("the template declares what the ASK CLI's deployer gives, and outputs what it reads", () => {
  const { Parameters, Outputs } = stack(connect);
  expect(Object.keys(Parameters)).toEqual([
    "SkillId",
    "LambdaRuntime",
    "LambdaHandler",
    "CodeBucket",
    "CodeKey",
    "CodeVersion",
  ]);
  expect(Outputs).toMatchObject({ SkillEndpoint: { Value: { "Fn::GetAtt": ["Skill", "Arn"] } } });
});

test("the Lambda has its variables, and only its own skill may invoke it", () => {
  const { Skill, AlexaMayInvoke } = stack(connect).Resources;
  expect(Skill?.Properties.Environment).toEqual({
    Variables: {
      ...connect,
      CALL_CONTEXT_TABLE: { Ref: "CallContexts" },
      SKILL_ID: { Ref: "SkillId" },
    },
  });
  expect(AlexaMayInvoke?.Properties).toMatchObject({
    Principal: "alexa-appkit.amazon.com",
    EventSourceToken: { Ref: "SkillId" },
  });
});

test("a table that is named is used; without a name one is made that outlives the stack", () => {
  const made = stack({ ...connect, CALL_CONTEXT_TABLE: "" });
  expect(made.Resources.CallContexts).toMatchObject({
    DeletionPolicy: "Retain",
    Properties: {
      KeySchema: [{ AttributeName: "contextId", KeyType: "HASH" }],
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    },
  });
  const named = stack({ ...connect, CALL_CONTEXT_TABLE: "call-contexts" });
  expect(named.Resources).not.toHaveProperty("CallContexts");
  expect(rights(named)["dynamodb:PutItem dynamodb:UpdateItem dynamodb:GetItem"]).toEqual({
    "Fn::Sub": expect.stringMatching(/^arn:\S+:dynamodb:\S+:table\/call-contexts$/),
  });
});

test.each([
  [connect, "connect:StartOutboundVoiceContact", "/contact-flow/22222222-2222-4333"],
  [{ ...connect, CALL_STARTER: "connect-task" }, "connect:StartTaskContact", "/contact/*"],
  [
    {
      CALL_STARTER: "callback",
      SIP_MEDIA_APPLICATION_ID: "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
      CALLBACK_FROM_NUMBER: "+16075550111",
    },
    "chime:CreateSipMediaApplicationCall",
    "sma/d82f98e7",
  ],
])("the role may start calls as %j does, and there only", (environment, action, where) => {
  expect(JSON.stringify(rights(stack(environment))[action])).toContain(where);
});

test("where the device places the call, the role may start none", () => {
  const actions = Object.keys(
    rights(stack({ CALL_STARTER: "skill-call", SMA_PHONE_NUMBER: "+16073331111" })),
  );
  expect(actions.filter((action) => /chime|connect/.test(action))).toEqual([]);
});

test("what the Lambda would not start with is said variable by variable", () => {
  const environment = { CALL_STARTER: "connect", CONNECT_INSTANCE_ID: "", CONNECT_FLOW_ID: "x" };
  expect(stackOf({ region: "us-east-1", environment }).mistakes).toEqual([
    expect.stringMatching(/^lambda\.environment\.CONNECT_INSTANCE_ID: is missing/),
    expect.stringMatching(/^lambda\.environment\.CONNECT_FLOW_ID: must be /),
    expect.stringMatching(/^lambda\.environment\.CONNECT_SOURCE_NUMBER: is missing/),
  ]);
});
