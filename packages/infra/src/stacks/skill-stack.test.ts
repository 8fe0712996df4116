import { expect, test } from "@jest/globals";
import { Match } from "aws-cdk-lib/assertions";
import { parseDeployment } from "../deployment/deployment.ts";
import { grants, statements } from "../testing/rights.ts";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

const { skillId } = sampleDocument.skill;
const skillCall = { type: "skill-call", smaPhoneNumber: "+16073331111" };

test("only Alexa, and only for this skill, may invoke the Lambda", () => {
  const template = templateOf(onlyThe("skill"));
  const permissions = Object.values(template.findResources("AWS::Lambda::Permission"));
  expect(permissions.map(({ Properties }) => Properties)).toEqual([
    // The function itself as well: what a skill made before the alias names.
    ...[
      { "Fn::GetAtt": [expect.stringMatching(/^SkillFunction/), "Arn"] },
      { Ref: expect.stringMatching(/^Live/) },
    ].map((FunctionName) => ({
      FunctionName,
      Action: "lambda:InvokeFunction",
      Principal: "alexa-appkit.amazon.com",
      EventSourceToken: skillId,
    })),
  ]);
});

test("the Lambda runs on arm64 and Node 24, is traced, and ends before Alexa gives up", () => {
  templateOf(onlyThe("skill")).hasResourceProperties("AWS::Lambda::Function", {
    Runtime: "nodejs24.x",
    Architectures: ["arm64"],
    Handler: "index.handler",
    Timeout: 8,
    TracingConfig: { Mode: "Active" },
  });
});

test("a skill call is told the number to call", () => {
  templateOf(onlyThe("skill", { callStarter: skillCall })).hasResourceProperties(
    "AWS::Lambda::Function",
    {
      Environment: {
        Variables: {
          CALL_STARTER: "skill-call",
          SMA_PHONE_NUMBER: "+16073331111",
          SKILL_ID: skillId,
          CONTEXT_TTL_SECONDS: "3600",
          CALL_CONTEXT_TABLE: { Ref: Match.stringLikeRegexp("tablename") },
          STAGE: "prod",
        },
      },
    },
  );
});

test("the key that callers' words are encrypted by is told to who stores them, and only if there is one", () => {
  const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const { stage, skill } = sampleDocument;
  const variablesOf = (encryption: object) =>
    Object.values(
      templateOf(parseDeployment({ stage, skill, ...encryption })).findResources(
        "AWS::Lambda::Function",
      ),
    ).map(({ Properties }) => Properties.Environment.Variables.CALL_CONTEXT_KEY);
  expect(variablesOf({ encryption: { keyArn } })).toEqual([keyArn]);
  expect(variablesOf({})).toEqual([undefined]);
});

test("a callback may ring from the one SIP media application", () => {
  const rights = Object.values(templateOf(onlyThe("skill")).findResources("AWS::IAM::Role"));
  expect(rights.flatMap(statements).flatMap(grants)).toContain(
    "chime:CreateSipMediaApplicationCall on arn:<AWS::Partition>:chime:us-east-1:<AWS::AccountId>:sma/d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
  );
});

const connect = {
  instanceArn:
    "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
  flowId: "22222222-2222-4333-8444-555555555555",
  agentPageUrl: "https://context.example.com/agent",
};

test.each([
  [{ type: "connect", ...connect, sourceNumber: "+16075550111" }, "StartOutboundVoiceContact"],
  [{ type: "connect-task", ...connect }, "StartTaskContact"],
])("%j may do that one thing, on that one instance and flow", (callStarter, action) => {
  const template = templateOf(onlyThe("skill", { callStarter }));
  const roles = Object.values(template.findResources("AWS::IAM::Role"));
  const rights = roles.flatMap(statements).flatMap(grants);
  expect(rights.filter((right) => right.startsWith("connect:"))).toEqual([
    `connect:${action} on ${connect.instanceArn}/contact/*`,
    `connect:${action} on ${connect.instanceArn}/contact-flow/${connect.flowId}`,
  ]);
  template.hasResourceProperties("AWS::Lambda::Function", {
    Environment: {
      Variables: Match.objectLike({
        CALL_STARTER: callStarter.type,
        CONNECT_INSTANCE_ID: "11111111-2222-4333-8444-555555555555",
        CONNECT_FLOW_ID: connect.flowId,
        AGENT_PAGE_URL: connect.agentPageUrl,
      }),
    },
  });
});

test("a skill call needs no right to ring anybody", () => {
  const template = templateOf(onlyThe("skill", { callStarter: skillCall }));
  expect(JSON.stringify(template.findResources("AWS::IAM::Role"))).not.toContain("chime:");
});

test("the secrets of smart properties are read by the function, and are in no configuration", () => {
  const callStarter = {
    type: "smart-properties",
    extension: "5000",
    clientId: "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
    loginSecretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:login-AbCdEf",
  };
  const template = templateOf(onlyThe("skill", { callStarter }));
  template.hasResourceProperties("AWS::Lambda::Function", {
    Environment: {
      Variables: Match.objectLike({ LWA_SECRET_ARN: callStarter.loginSecretArn }),
    },
  });
  expect(JSON.stringify(template.findResources("AWS::IAM::Role"))).toContain(
    `"Action":"secretsmanager:GetSecretValue","Effect":"Allow","Resource":"${callStarter.loginSecretArn}"`,
  );
});

test("alarms tell the team's own topic", () => {
  templateOf(onlyThe("skill")).allResourcesProperties("AWS::CloudWatch::Alarm", {
    AlarmActions: ["arn:aws:sns:us-east-1:123456789012:skill-on-call"],
  });
});

test("without a topic alarms are only seen", () => {
  const template = templateOf(onlyThe("skill", { alarmTopicArn: undefined }));
  template.allResourcesProperties("AWS::CloudWatch::Alarm", { AlarmActions: Match.absent() });
});

test("calls that are not started ring the alarm whatever their cause", () => {
  templateOf(onlyThe("skill")).hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmName: "SkillCall-Skill-prod-CallsNotStarted",
    Metrics: Match.arrayWith([
      Match.objectLike({
        Expression: "IF(FILL(bad,0) >= 5, FILL(bad,0) / (FILL(bad,0) + FILL(other0,0)), 0)",
      }),
      Match.objectLike({
        MetricStat: {
          // Without the cause: all of them.
          Metric: {
            MetricName: "CallStartFailed",
            Namespace: "SkillCall",
            Dimensions: [
              { Name: "service", Value: "skill" },
              { Name: "stage", Value: "prod" },
            ],
          },
          Period: 900,
          Stat: "Sum",
        },
      }),
    ]),
    Threshold: 0.2,
  });
});
