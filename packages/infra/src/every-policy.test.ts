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
  "kms:* on *": "a key's own policy: its resource is the key, its principal this account",
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
  const ofKey = everyStatement.filter(({ Action }) => [Action].flat().includes("kms:Decrypt")) as {
    Condition?: unknown;
  }[];
  expect(ofKey).toHaveLength(4);
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
  expect(ofTable.map(({ Action }) => Action)).toEqual([
    ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:GetItem"],
    ["dynamodb:UpdateItem", "dynamodb:GetItem"],
    // The rehearsal's own contexts.
    ["dynamodb:PutItem", "dynamodb:DeleteItem"],
    ["dynamodb:GetItem", "dynamodb:UpdateItem"],
  ]);
});
