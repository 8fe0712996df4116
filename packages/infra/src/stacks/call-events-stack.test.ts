import { expect, test } from "@jest/globals";
import { Match, type Template } from "aws-cdk-lib/assertions";
import { rightsOf, roleOf } from "../testing/rights.ts";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

const { webhook, connectInstanceArn } = sampleDocument.callEvents;
const eventBusArn = "arn:aws:events:us-east-1:123456789012:event-bus/calls";

const both = templateOf(onlyThe("callEvents"));
const bus = templateOf(
  onlyThe("callEvents", { webhook: undefined, connectInstanceArn: undefined, eventBusArn }),
);
const contacts = templateOf(onlyThe("callEvents", { webhook: undefined }));

/** What the Lambda may do, but for its log, its traces and the table's key; parameters by the end of their names. */
function rightsIn(template: Template): string[] {
  const { Resources } = template.toJSON();
  const lambda = Object.keys(Resources).find((id) => id.startsWith("CallEventsFunction")) ?? "";
  return rightsOf(Resources, roleOf(Resources, lambda))
    .filter((right) => !/^(logs|xray|kms):/.test(right))
    .map((right) =>
      right.replace(/<SsmParameterValue\w+callcontext(\w+arn)\w{32}Parameter>/, "<$1>"),
    )
    .map((right) => right.replace(/<UndeliveredQueue\w+\.Arn>/, "<queue>"));
}

const streamRights = [
  "dynamodb:DescribeStream on <streamarn>",
  "dynamodb:GetRecords on <streamarn>",
  "dynamodb:GetShardIterator on <streamarn>",
  "dynamodb:ListStreams on <tablearn>/stream/*",
];
const contactRights = [
  "dynamodb:UpdateItem on <tablearn>",
  "dynamodb:GetItem on <tablearn>",
  `connect:DescribeContact on ${connectInstanceArn}/contact/*`,
];
const undelivered = "sqs:SendMessage on <queue>";

test.each([
  ["contact events alone", contacts, [...contactRights, undelivered]],
  ["an event bus", bus, [...streamRights, `events:PutEvents on ${eventBusArn}`, undelivered]],
  [
    "a webhook and contact events",
    both,
    [
      ...contactRights,
      ...streamRights,
      `secretsmanager:GetSecretValue on ${webhook.secretArn}`,
      undelivered,
    ],
  ],
])("for %s the Lambda may do that, and nothing else", (_, template, rights) => {
  expect(rightsIn(template).sort()).toEqual([...rights].sort());
});

test("the webhook's secret is in no template: the Lambda reads it by its ARN", () => {
  both.hasResourceProperties("AWS::Lambda::Function", {
    Environment: {
      Variables: {
        WEBHOOK_URL: webhook.url,
        WEBHOOK_SECRET_ARN: webhook.secretArn,
        CALL_CONTEXT_TABLE: Match.anyValue(),
        STAGE: "prod",
      },
    },
  });
  expect(JSON.stringify(both.toJSON())).not.toMatch(/whsec_|resolve:secretsmanager/);
});

test("the table's stream is read from the parameter, and what is not told within an hour is put aside", () => {
  both.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
    EventSourceArn: { Ref: Match.stringLikeRegexp("streamarn") },
    StartingPosition: "LATEST",
    BatchSize: 10,
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ["ReportBatchItemFailures"],
    MaximumRetryAttempts: 100,
    MaximumRecordAgeInSeconds: 3600,
    DestinationConfig: {
      OnFailure: { Destination: { "Fn::GetAtt": [Match.stringLikeRegexp("Undelivered"), "Arn"] } },
    },
  });
});

test("the Lambda is woken for what is told, and not for notes or contexts that expire", () => {
  const [mapping] = Object.values(both.findResources("AWS::Lambda::EventSourceMapping"));
  const [filter] = mapping?.Properties.FilterCriteria.Filters ?? [];
  expect(JSON.parse(filter.Pattern)).toEqual({
    eventName: ["MODIFY"],
    dynamodb: { NewImage: { status: { S: ["claimed", "connected", "ended", "failed"] } } },
  });
});

test("contact events of that instance alone reach the Lambda, and what fails is put aside", () => {
  for (const template of [both, contacts]) {
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        source: ["aws.connect"],
        "detail-type": ["Amazon Connect Contact Event"],
        detail: {
          instanceArn: [connectInstanceArn],
          eventType: ["CONNECTED_TO_SYSTEM", "CONNECTED_TO_AGENT", "DISCONNECTED"],
        },
      },
      Targets: [
        Match.objectLike({
          Arn: { Ref: Match.stringLikeRegexp("^Live") },
          DeadLetterConfig: { Arn: Match.anyValue() },
        }),
      ],
    });
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  }
});

test("without a receiver no stream is read, and without an instance there is no rule", () => {
  contacts.resourceCountIs("AWS::Lambda::EventSourceMapping", 0);
  bus.resourceCountIs("AWS::Events::Rule", 0);
  bus.resourceCountIs("AWS::Lambda::EventInvokeConfig", 0);
});

test("what is put aside is encrypted, on its way too, and rings an alarm", () => {
  both.hasResourceProperties("AWS::SQS::Queue", {
    SqsManagedSseEnabled: true,
    MessageRetentionPeriod: 345_600,
  });
  both.hasResourceProperties("AWS::SQS::QueuePolicy", {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: "Deny",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      ]),
    },
  });
  both.hasResourceProperties("AWS::CloudWatch::Alarm", {
    AlarmName: "SkillCall-CallEvents-prod-EventsUndelivered",
    MetricName: "ApproximateNumberOfMessagesVisible",
    Threshold: 1,
    AlarmActions: ["arn:aws:sns:us-east-1:123456789012:contact-centre-on-call"],
  });
});

test("events that are told late ring an alarm, where any are told", () => {
  const alarm = { AlarmName: "SkillCall-CallEvents-prod-EventsLate" };
  both.hasResourceProperties("AWS::CloudWatch::Alarm", { ...alarm, MetricName: "IteratorAge" });
  contacts.resourcePropertiesCountIs("AWS::CloudWatch::Alarm", alarm, 0);
});

test("a table of another Region or account is followed by the stream that the document names", () => {
  const table = {
    name: "call-contexts",
    arn: "arn:aws:dynamodb:us-east-1:210987654321:table/call-contexts",
    keyArn: "arn:aws:kms:us-east-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    streamArn:
      "arn:aws:dynamodb:us-east-1:210987654321:table/call-contexts/stream/2026-11-29T00:00:00.000",
  };
  const own = templateOf({ ...onlyThe("callEvents"), table });
  own.hasResourceProperties("AWS::Lambda::EventSourceMapping", { EventSourceArn: table.streamArn });
  expect(Object.keys(own.toJSON().Parameters)).toEqual(["BootstrapVersion"]);
});
