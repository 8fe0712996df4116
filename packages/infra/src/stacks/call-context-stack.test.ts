import { expect, test } from "@jest/globals";
import { Match } from "aws-cdk-lib/assertions";
import { onlyThe } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

const template = templateOf(onlyThe("callContext"));

test("the table is keyed by the context ID, paid by request, and forgets by itself", () => {
  template.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
    KeySchema: [{ AttributeName: "contextId", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "contextId", AttributeType: "S" }],
    BillingMode: "PAY_PER_REQUEST",
    TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
  });
});

test("every replica has a key of its own, a way back in time, insights, and cannot be deleted by mistake", () => {
  const safe = {
    PointInTimeRecoverySpecification: {
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 1,
    },
    ContributorInsightsSpecification: { Enabled: true, Mode: "THROTTLED_KEYS" },
    DeletionProtectionEnabled: true,
    SSESpecification: { KMSMasterKeyId: Match.anyValue() },
  };
  template.hasResourceProperties("AWS::DynamoDB::GlobalTable", {
    Replicas: [
      Match.objectLike({ ...safe, Region: "us-west-2" }),
      Match.objectLike({ ...safe, Region: "us-east-1" }),
    ],
  });
});

test("the table and its key outlive the stack", () => {
  for (const type of ["AWS::DynamoDB::GlobalTable", "AWS::KMS::Key"]) {
    template.hasResource(type, {
      DeletionPolicy: "RetainExceptOnCreate",
      UpdateReplacePolicy: "Retain",
    });
  }
  template.hasResourceProperties("AWS::KMS::Key", { EnableKeyRotation: true });
});

test("what the other teams need stands in parameters under the stage's name", () => {
  const parameters = Object.values(template.findResources("AWS::SSM::Parameter"));
  expect(parameters.map(({ Properties }) => Properties.Name).sort()).toEqual([
    "/skill-call/prod/call-context/key-arn",
    "/skill-call/prod/call-context/stream-arn",
    "/skill-call/prod/call-context/table-arn",
    "/skill-call/prod/call-context/table-name",
  ]);
});

test("what changes in the table is in its stream, with and without replicas", () => {
  for (const changes of [{}, { replicas: [] }]) {
    templateOf(onlyThe("callContext", changes)).hasResourceProperties(
      "AWS::DynamoDB::GlobalTable",
      { StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" } },
    );
  }
});

test("without replicas there is one table in one Region", () => {
  templateOf(onlyThe("callContext", { replicas: [] })).hasResourceProperties(
    "AWS::DynamoDB::GlobalTable",
    { Replicas: [Match.objectLike({ Region: "us-east-1" })] },
  );
});

test("the alarm counts throttled writes and reads alike", () => {
  const [alarm] = Object.values(
    template.findResources("AWS::CloudWatch::Alarm", {
      Properties: { AlarmName: "SkillCall-CallContext-prod-ContextsThrottled" },
    }),
  );
  const metrics: { MetricStat?: { Metric: { Dimensions: { Value: unknown }[] } } }[] =
    alarm?.Properties.Metrics;
  const operations = metrics.flatMap(
    ({ MetricStat }) => MetricStat?.Metric.Dimensions.map(({ Value }) => Value) ?? [],
  );
  expect(operations).toEqual(expect.arrayContaining(["PutItem", "UpdateItem", "GetItem"]));
});

test("a restored table is the one that the parameters name and the alarms watch; the stack keeps its own", () => {
  const restoredTable = {
    name: "call-contexts-restored",
    arn: "arn:aws:dynamodb:us-east-1:123456789012:table/call-contexts-restored",
    keyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  };
  const restored = templateOf(onlyThe("callContext", { restoredTable }));
  const parameters = Object.values(restored.findResources("AWS::SSM::Parameter"));
  expect(parameters.map(({ Properties }) => Properties.Value).sort()).toEqual(
    Object.values(restoredTable).sort(),
  );
  const alarms = JSON.stringify(restored.findResources("AWS::CloudWatch::Alarm"));
  expect(alarms).toContain('"call-contexts-restored"');
  restored.resourceCountIs("AWS::DynamoDB::GlobalTable", 1);
  const streamArn = `${restoredTable.arn}/stream/2026-11-29T00:00:00.000`;
  templateOf(
    onlyThe("callContext", { restoredTable: { ...restoredTable, streamArn } }),
  ).hasResourceProperties("AWS::SSM::Parameter", {
    Name: "/skill-call/prod/call-context/stream-arn",
    Value: streamArn,
  });
});
