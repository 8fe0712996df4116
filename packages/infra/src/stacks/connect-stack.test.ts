import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { Match } from "aws-cdk-lib/assertions";
import { plainText } from "../testing/plain-text.ts";
import { rightsOf, roleOf } from "../testing/rights.ts";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

const { instanceArn, fallbackQueueArn } = sampleDocument.connect;
const template = templateOf(onlyThe("connect"));

const packageFile = (path: string) =>
  readFileSync(new URL(`../../../connect-handler/${path}`, import.meta.url), "utf8");

/** A text of CloudFormation's `Fn::Sub`, and what it fills in, by their names. */
function substitution(content: unknown) {
  const { "Fn::Sub": sub } = content as { "Fn::Sub": [string, Record<string, unknown>] };
  const [text, values] = sub;
  const names = Object.entries(values).map(
    ([name, value]) => [name, plainText(value).replace(/[0-9A-F]{8}>/, ">")] as const,
  );
  return { text, values: Object.fromEntries(names) };
}

test("the flows are those of the package, and ask the alias", () => {
  const flows = Object.values(template.findResources("AWS::Connect::ContactFlow"));
  expect(
    flows.map(({ Properties: { Content, ...properties } }) => {
      const { text, values } = substitution(Content);
      return { ...properties, flow: JSON.parse(text), values };
    }),
  ).toEqual([
    {
      InstanceArn: instanceArn,
      Name: "skill-call-prod-whisper",
      Type: "AGENT_WHISPER",
      Tags: expect.any(Array),
      flow: JSON.parse(packageFile("flows/agent-whisper.json")),
      values: { RouteFunctionArn: "<Live>" },
    },
    {
      InstanceArn: instanceArn,
      Name: "skill-call-prod",
      Type: "CONTACT_FLOW",
      Tags: expect.any(Array),
      flow: JSON.parse(packageFile("flows/callback.json")),
      values: {
        RouteFunctionArn: "<Live>",
        FallbackQueueArn: fallbackQueueArn,
        WhisperFlowArn: "<Flows11111111222243338444555555555555AgentWhisper>",
      },
    },
  ]);
});

const testCases = [
  "dialled-in-is-welcomed",
  "key-press-to-number",
  "key-press-to-queue",
  "nobody-left-apology",
  "voice-mail-presses-nothing",
];

test.each(testCases)("the test case %s is the file that the emulator runs", (name) => {
  const [testCase] = Object.values(template.findResources("AWS::Connect::TestCase")).filter(
    ({ Properties }) => Properties.Name === `skill-call-prod-${name}`,
  );
  const { text } = substitution(testCase?.Properties.Content);
  expect(JSON.parse(text)).toEqual(JSON.parse(packageFile(`test-cases/${name}.json`)));
  expect(testCase?.Properties).toMatchObject({
    InstanceArn: instanceArn,
    Status: "PUBLISHED",
    EntryPoint: {
      Type: "VOICE_CALL",
      VoiceCallEntryPointParameters: {
        FlowId: { "Fn::Select": [3, { "Fn::Split": ["/", { Ref: expect.anything() }] }] },
      },
    },
  });
});

test("there is no other test case", () => {
  template.resourceCountIs("AWS::Connect::TestCase", testCases.length);
});

test("the instance, and nobody else, may invoke the alias; it lists the function", () => {
  template.resourceCountIs("AWS::Lambda::Permission", 1);
  template.hasResourceProperties("AWS::Lambda::Permission", {
    FunctionName: { Ref: Match.stringLikeRegexp("^Live") },
    Action: "lambda:InvokeFunction",
    Principal: "connect.amazonaws.com",
    SourceAccount: { Ref: "AWS::AccountId" },
    SourceArn: instanceArn,
  });
  template.hasResourceProperties("AWS::Connect::IntegrationAssociation", {
    InstanceId: instanceArn,
    IntegrationType: "LAMBDA_FUNCTION",
    IntegrationArn: { "Fn::GetAtt": [Match.stringLikeRegexp("^ConnectHandlerFunction"), "Arn"] },
  });
});

test("no flow is there before the instance may invoke what it asks", () => {
  template.allResources("AWS::Connect::ContactFlow", {
    DependsOn: Match.arrayWith([
      Match.stringLikeRegexp("^Flows\\w+InvocationAssociation"),
      Match.stringLikeRegexp("^Flows\\w+InvocationPermission"),
    ]),
  });
});

test("the Lambda may claim contexts of the one table, and move them on", () => {
  const { Resources } = template.toJSON();
  const lambda = Object.keys(Resources).find((id) =>
    /^ConnectHandlerFunction[0-9A-F]{8}$/.test(id),
  );
  const rights = rightsOf(Resources, roleOf(Resources, lambda ?? ""))
    .filter((right) => !/^(logs|xray|kms):/.test(right))
    .map((right) => right.replace(/<SsmParameterValue\w+callcontext(\w+arn)\w+>/, "<$1>"));
  expect(rights).toEqual([
    "dynamodb:GetItem on <tablearn>",
    "dynamodb:UpdateItem on <tablearn>",
    // Its routes, and nothing else of the bucket.
    "s3:GetObject on arn:<AWS::Partition>:s3:::contact-centre/prod/routes.json",
  ]);
});

test("the Lambda is told its configuration, and ends with the flow's own time", () => {
  template.hasResourceProperties("AWS::Lambda::Function", {
    Timeout: 4,
    Environment: {
      Variables: {
        ROUTES_SOURCE: "s3://contact-centre/prod/routes.json",
        CONNECT_FALLBACK_QUEUE_ARN: fallbackQueueArn,
        CALL_CONTEXT_TABLE: Match.anyValue(),
        STAGE: "prod",
      },
    },
  });
});

test("a new version comes through a rehearsal, gets a tenth of the contacts, and an alarm takes it back", () => {
  template.hasResourceProperties("AWS::CodeDeploy::DeploymentGroup", {
    DeploymentConfigName: "CodeDeployDefault.LambdaCanary10Percent5Minutes",
    AlarmConfiguration: {
      Enabled: true,
      Alarms: [
        { Name: { Ref: Match.stringLikeRegexp("NewVersionFails") } },
        { Name: { Ref: Match.stringLikeRegexp("NewVersionSlow") } },
      ],
    },
  });
  template.hasResource("AWS::Lambda::Alias", {
    UpdatePolicy: {
      CodeDeployLambdaAliasUpdate: Match.objectLike({
        BeforeAllowTrafficHook: { Ref: Match.stringLikeRegexp("Rehearsal") },
      }),
    },
  });
  template.hasResourceProperties("AWS::Lambda::Function", {
    Environment: { Variables: Match.objectLike({ REHEARSED: "connect-handler" }) },
  });
});

test("Amazon Connect's own metrics of this flow and this instance are watched", () => {
  const InstanceId = { Name: "InstanceId", Value: "11111111-2222-4333-8444-555555555555" };
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmName: "SkillCall-Connect-prod-ContactFlowFails",
    Namespace: "AWS/Connect",
    MetricName: "ContactFlowFatalErrors",
    Dimensions: [
      { Name: "ContactFlowName", Value: "skill-call-prod" },
      InstanceId,
      { Name: "MetricGroup", Value: "ContactFlow" },
    ],
  });
  template.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmName: "SkillCall-Connect-prod-CallsAboveQuota",
    MetricName: "CallsBreachingConcurrencyQuota",
    Dimensions: [InstanceId, { Name: "MetricGroup", Value: "VoiceCalls" }],
  });
});

test("a skill is given the flow's ID", () => {
  const [output] = Object.entries(template.toJSON().Outputs).filter(([name]) =>
    name.startsWith("ConnectFlowId"),
  );
  expect(output).toEqual([
    "ConnectFlowId",
    {
      Value: {
        "Fn::Select": [
          3,
          { "Fn::Split": ["/", { Ref: expect.stringMatching(/^Flows\w+Callback/) }] },
        ],
      },
    },
  ]);
});
