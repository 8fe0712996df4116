import { expect, test } from "@jest/globals";
import { Template } from "aws-cdk-lib/assertions";
import { parseDeployment } from "./deployment/deployment.ts";
import { grants, statements } from "./testing/rights.ts";
import { sampleDocument } from "./testing/sample-deployment.ts";
import { appOf, stacksOf } from "./testing/synthesize.ts";

/** Every wildcard that is left, and why it has to be. Anything else fails. */
const explained: Readonly<Record<string, string>> = {
  "xray:PutTraceSegments on *": "X-Ray has no resources",
  "xray:PutTelemetryRecords on *": "X-Ray has no resources",
  "chime:CreateMeeting on *": "a meeting has no ARN before it is there",
  "chime:CreateAttendee on arn:<AWS::Partition>:chime:*:<AWS::AccountId>:meeting/*":
    "a meeting's ID is drawn when the call comes",
  "chime:DeleteAttendee on arn:<AWS::Partition>:chime:*:<AWS::AccountId>:meeting/*":
    "a meeting's ID is drawn when the call comes",
  "chime:DeleteMeeting on arn:<AWS::Partition>:chime:*:<AWS::AccountId>:meeting/*":
    "a meeting's ID is drawn when the call comes",
  "chime:CreateSipMediaApplication on *": "an application has no ARN before it is there",
  "chime:UpdateSipMediaApplication on arn:<AWS::Partition>:chime:us-east-1:<AWS::AccountId>:sma/*":
    "an application's ID is drawn by the service",
  "chime:DeleteSipMediaApplication on arn:<AWS::Partition>:chime:us-east-1:<AWS::AccountId>:sma/*":
    "an application's ID is drawn by the service",
  "chime:PutSipMediaApplicationAlexaSkillConfiguration on arn:<AWS::Partition>:chime:us-east-1:<AWS::AccountId>:sma/*":
    "an application's ID is drawn by the service",
  "chime:PutSipMediaApplicationLoggingConfiguration on arn:<AWS::Partition>:chime:us-east-1:<AWS::AccountId>:sma/*":
    "an application's ID is drawn by the service",
  "logs:CreateLogDelivery on *": "a log delivery has no ARN",
  "logs:DeleteLogDelivery on *": "a log delivery has no ARN",
  "logs:DescribeLogGroups on *": "a list is allowed whole or not at all",
  "logs:DescribeResourcePolicies on *": "they are the account's",
  "logs:GetLogDelivery on *": "a log delivery has no ARN",
  "logs:ListLogDeliveries on *": "a list is allowed whole or not at all",
  "logs:PutResourcePolicy on *": "they are the account's",
  "chime:ListSipMediaApplications on *": "a list is allowed whole or not at all",
  "chime:TagResource on arn:<AWS::Partition>:chime:us-east-1:<AWS::AccountId>:sma/*":
    "an application's ID is drawn by the service",
  "chime:ListSipRules on *": "SIP rules have no ARN",
  "chime:CreateSipRule on *": "SIP rules have no ARN",
  "chime:UpdateSipRule on *": "SIP rules have no ARN",
  "chime:DeleteSipRule on *": "SIP rules have no ARN",
  "cloudwatch:DescribeAlarms on arn:<AWS::Partition>:cloudwatch:us-east-1:<AWS::AccountId>:alarm:*":
    "a list is allowed whole or not at all",
  "lambda:InvokeFunction on <SmaHandlerFunction89B048C4.Arn>:*":
    "a right to the new version alone would be as new as it",
  "lambda:InvokeFunction on <ConnectHandlerFunction22378451.Arn>:*":
    "a right to the new version alone would be as new as it",
  "dynamodb:ListStreams on <SsmParameterValueskillcallprodcallcontexttablearnC96584B6F00A464EAD1953AFF4B05118Parameter>/stream/*":
    "a list is allowed of all streams of the table",
  "connect:DescribeContact on arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555/contact/*":
    "a contact's ID is drawn when it is started",
  "sqs:* on <UndeliveredQueue47FA64CB.Arn>": "a denial, of what is not encrypted on its way",
  "kms:* on *": "a key's own policy: its resource is the key, its principal this account",
  "kms:Decrypt on *": "a key's own policy, for one log",
  "kms:DescribeKey on *": "a key's own policy, for one log",
  "kms:Encrypt on *": "a key's own policy, for one log",
  "kms:GenerateDataKey on *": "a key's own policy, for one log",
};

const templates = stacksOf(appOf(parseDeployment(sampleDocument))).map((stack) =>
  Template.fromStack(stack).toJSON(),
);
const everyStatement = templates.flatMap(statements);

test("no policy has a wildcard that is not explained, and no explanation outlives its wildcard", () => {
  const wildcards = everyStatement.flatMap(grants).filter((grant) => grant.includes("*"));
  expect([...new Set(wildcards)].sort()).toEqual(Object.keys(explained).sort());
});

test("no policy says whom or what it does not mean", () => {
  for (const statement of everyStatement) {
    expect(Object.keys(statement)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^Not(Action|Resource|Principal)$/)]),
    );
  }
});

test("no policy of AWS's own, with wildcards of AWS's own, is attached", () => {
  expect(JSON.stringify(templates)).not.toContain("ManagedPolicyArns");
});

test("a role is for one service of AWS", () => {
  const trusts = everyStatement.filter(({ Action }) => Action === "sts:AssumeRole");
  const principals = trusts.map((trust) => (trust as { Principal?: unknown }).Principal);
  expect(principals).not.toHaveLength(0);
  for (const principal of principals) {
    expect(principal).toEqual({
      Service: expect.stringMatching(/^(lambda|codedeploy)\.amazonaws\.com$/),
    });
  }
});

test("the table and its key are used through DynamoDB only", () => {
  const ofKey = everyStatement.filter(
    (statement) => [statement.Action].flat().includes("kms:Decrypt") && !("Principal" in statement),
  ) as { Condition?: unknown }[];
  expect(ofKey).toHaveLength(9);
  for (const { Condition } of ofKey) {
    expect(Condition).toEqual({
      StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" },
    });
  }
});

test("each Lambda has the operations on the table that it uses", () => {
  const ofTable = everyStatement.filter(
    (statement) => "Sid" in statement && statement.Sid === "CallContexts",
  );
  expect(ofTable.map(({ Action }) => [Action].flat())).toEqual([
    ["dynamodb:PutItem", "dynamodb:GetItem"],
    ["dynamodb:GetItem"],
    // The rehearsal's own contexts.
    ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    // The canary's only one.
    ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:DeleteItem"],
    ["dynamodb:GetItem"],
    // The Connect handler, and its rehearsal.
    ["dynamodb:GetItem"],
    ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    // Call events.
    ["dynamodb:GetItem"],
  ]);
});

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const formerKeyArn = "arn:aws:kms:us-east-1:123456789012:key/0a0abcd0-12ab-34cd-56ef-1234567890ab";

test("where callers' words are encrypted the skill makes data keys, who reads contexts decrypts them, and nobody else has a right", () => {
  const encryption = { keyArn, formerKeyArns: [formerKeyArn] };
  const stacks = stacksOf(appOf(parseDeployment({ ...sampleDocument, encryption })));
  const rights = stacks.map((stack) => [
    stack.stackName,
    statements(Template.fromStack(stack).toJSON())
      .filter((statement) => JSON.stringify(statement.Resource ?? "").includes(keyArn))
      .map((statement) => ({ ...statement })),
  ]);
  const Condition = {
    StringEquals: { "kms:EncryptionContext:purpose": "skill-call:call-context" },
  };
  const reading = {
    Sid: "ReadCallersWords",
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: [keyArn, formerKeyArn],
    Condition,
  };
  const storing = {
    Sid: "EncryptCallersWords",
    Effect: "Allow",
    Action: "kms:GenerateDataKey",
    Resource: keyArn,
    Condition,
  };
  expect(Object.fromEntries(rights)).toEqual({
    "SkillCall-CallContext-prod": [],
    "SkillCall-Skill-prod": [storing, reading],
    "SkillCall-Sma-prod": [reading],
    "SkillCall-ContextApi-prod": [reading],
    "SkillCall-Connect-prod": [reading],
    "SkillCall-CallEvents-prod": [],
  });
});
