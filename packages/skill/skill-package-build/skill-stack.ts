import type { StarterConfig } from "../src/config/starter-config.ts";

export interface SkillStackOptions {
  /** The variables of the Lambda; without CALL_CONTEXT_TABLE the stack makes the table, too. */
  readonly environment: Readonly<Record<string, string>>;
  readonly starter: StarterConfig;
}

/**
 * A CloudFormation template as the ASK CLI's cfn-deployer takes it: the skill's Lambda, which only this skill may invoke
 * and which may do no more than its call starter needs. The deployer gives the parameters, all of which have to be
 * declared, and reads the output `SkillEndpoint` (ask-cli, lib/builtins/deploy-delegates/cfn-deployer).
 */
export function skillStack({ environment, starter }: SkillStackOptions): object {
  const { CALL_CONTEXT_TABLE: tableName } = environment;
  const table = tableName ?? { Ref: "CallContexts" };
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "The skill's Lambda (skill-call)",
    Parameters: Object.fromEntries(deployerParameters.map((name) => [name, { Type: "String" }])),
    Resources: {
      ...(tableName === undefined && { CallContexts: callContextTable }),
      Logs: {
        Type: "AWS::Logs::LogGroup",
        UpdateReplacePolicy: "Delete",
        DeletionPolicy: "Delete",
        Properties: { RetentionInDays: 30 },
      },
      Role: role([
        allow(["logs:CreateLogStream", "logs:PutLogEvents"], { "Fn::GetAtt": ["Logs", "Arn"] }),
        allow(["xray:PutTraceSegments", "xray:PutTelemetryRecords"], "*"),
        // GetItem: a yes that Alexa delivers twice is answered by what became of the first one.
        allow(["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:GetItem"], arnOfTable(table)),
        ...startRights(starter),
      ]),
      Skill: {
        Type: "AWS::Lambda::Function",
        Properties: {
          Runtime: { Ref: "LambdaRuntime" },
          Architectures: ["arm64"],
          Handler: { Ref: "LambdaHandler" },
          Code: {
            S3Bucket: { Ref: "CodeBucket" },
            S3Key: { Ref: "CodeKey" },
            S3ObjectVersion: { Ref: "CodeVersion" },
          },
          Role: { "Fn::GetAtt": ["Role", "Arn"] },
          MemorySize: 512,
          // Alexa waits 8 s; the skill keeps its own, shorter deadline.
          Timeout: 8,
          TracingConfig: { Mode: "Active" },
          LoggingConfig: { LogGroup: { Ref: "Logs" } },
          Environment: {
            Variables: { ...environment, CALL_CONTEXT_TABLE: table, SKILL_ID: { Ref: "SkillId" } },
          },
        },
      },
      AlexaMayInvoke: {
        Type: "AWS::Lambda::Permission",
        Properties: {
          Action: "lambda:InvokeFunction",
          FunctionName: { "Fn::GetAtt": ["Skill", "Arn"] },
          Principal: "alexa-appkit.amazon.com",
          EventSourceToken: { Ref: "SkillId" },
        },
      },
    },
    Outputs: {
      SkillEndpoint: { Value: { "Fn::GetAtt": ["Skill", "Arn"] } },
      CallContextTable: { Value: table },
    },
  };
}

const deployerParameters = [
  "SkillId",
  "LambdaRuntime",
  "LambdaHandler",
  "CodeBucket",
  "CodeKey",
  "CodeVersion",
];

/** Contexts outlive their stack: others read them. */
const callContextTable = {
  Type: "AWS::DynamoDB::Table",
  UpdateReplacePolicy: "Retain",
  DeletionPolicy: "Retain",
  Properties: {
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "contextId", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "contextId", KeyType: "HASH" }],
    TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    SSESpecification: { SSEEnabled: true },
  },
};

function role(statements: readonly object[]) {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
            Action: "sts:AssumeRole",
          },
        ],
      },
      Policies: [
        {
          PolicyName: "Rights",
          PolicyDocument: { Version: "2012-10-17", Statement: statements },
        },
      ],
    },
  };
}

function allow(Action: readonly string[], Resource: unknown) {
  return { Effect: "Allow", Action, Resource };
}

function arnOfTable(table: string | object) {
  return typeof table === "string"
    ? arn(`dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/${table}`)
    : { "Fn::GetAtt": ["CallContexts", "Arn"] };
}

function arn(rest: string) {
  return { "Fn::Sub": `arn:\${AWS::Partition}:${rest}` };
}

/** What the function may ask of the service that starts the call. */
function startRights(starter: StarterConfig): readonly object[] {
  const here = `\${AWS::Region}:\${AWS::AccountId}`;
  switch (starter.name) {
    case "callback":
      return [
        allow(
          ["chime:CreateSipMediaApplicationCall"],
          arn(`chime:${here}:sma/${starter.sipMediaApplicationId}`),
        ),
      ];
    case "connect":
    case "connect-task": {
      const action =
        starter.name === "connect"
          ? "connect:StartOutboundVoiceContact"
          : "connect:StartTaskContact";
      const instance = `connect:${here}:instance/${starter.instanceId}`;
      // Contacts of this instance, started in this flow.
      return [
        allow(
          [action],
          [arn(`${instance}/contact/*`), arn(`${instance}/contact-flow/${starter.flowId}`)],
        ),
      ];
    }
    // The device places the call: nothing of AWS is asked.
    case "skill-call":
    case "smart-properties":
      return [];
  }
}
