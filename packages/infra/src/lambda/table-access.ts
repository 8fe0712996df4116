import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";
import type { TableDeployment } from "../deployment/deployment.ts";
import { parameterNames } from "../parameter-names.ts";
import { attributesOf, type ContextUpdate } from "./context-updates.ts";

/** The table that the stage's parameters name: CloudFormation reads them when it deploys. */
export function tableOfStage(scope: Construct, stage: string): TableDeployment {
  const names = parameterNames(stage);
  const read = (name: string) => StringParameter.valueForStringParameter(scope, name);
  return { name: read(names.tableName), arn: read(names.tableArn), keyArn: read(names.keyArn) };
}

/** The table's stream, as the stage's parameters name it. */
export function streamOfStage(scope: Construct, stage: string): string {
  return StringParameter.valueForStringParameter(scope, parameterNames(stage).streamArn);
}

/** What a Lambda does with the table; nothing else is allowed to it. */
export interface TableUse {
  readonly actions?: readonly `dynamodb:${"PutItem" | "GetItem" | "DeleteItem"}`[];
  /** UpdateItem, of the attributes that these take. */
  readonly updates?: readonly ContextUpdate[];
  /** Of the one context that it is for. */
  readonly onlyId?: string;
}

/** The right to some operations on one table, and through DynamoDB, and only so, to its key. */
export function tableAccess(
  scope: Construct,
  table: TableDeployment,
  { actions = [], updates = [], onlyId }: TableUse,
): PolicyStatement[] {
  const statements: PolicyStatement[] = [];
  if (actions.length > 0) {
    statements.push(
      new PolicyStatement({
        sid: "CallContexts",
        actions: [...actions],
        resources: [table.arn],
        ...(onlyId !== undefined && {
          conditions: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [onlyId] } },
        }),
      }),
    );
  }
  if (updates.length > 0) {
    const attributes = new Set(updates.flatMap((update) => attributesOf[update]));
    statements.push(
      new PolicyStatement({
        sid: "CallContextUpdates",
        actions: ["dynamodb:UpdateItem"],
        resources: [table.arn],
        // StringLike: notes and times of statuses have names of their own.
        conditions: {
          "ForAllValues:StringLike": { "dynamodb:Attributes": [...attributes].sort() },
        },
      }),
    );
  }
  if (statements.length === 0) return [];
  return [
    ...statements,
    new PolicyStatement({
      sid: "CallContextKey",
      actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
      resources: [table.keyArn],
      conditions: {
        StringEquals: { "kms:ViaService": `dynamodb.${Stack.of(scope).region}.amazonaws.com` },
      },
    }),
  ];
}

/** The right to read a table's stream as Lambda does for its functions, and through DynamoDB to the table's key. */
export function streamAccess(
  scope: Construct,
  table: TableDeployment,
  streamArn: string,
): PolicyStatement[] {
  return [
    new PolicyStatement({
      sid: "Stream",
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      resources: [streamArn],
    }),
    // A list is allowed of the table's streams, as in AWS SAM's DynamoDBStreamReadPolicy.
    new PolicyStatement({
      sid: "StreamsOfTheTable",
      actions: ["dynamodb:ListStreams"],
      resources: [`${table.arn}/stream/*`],
    }),
    new PolicyStatement({
      sid: "StreamKey",
      actions: ["kms:Decrypt", "kms:DescribeKey"],
      resources: [table.keyArn],
      conditions: {
        StringEquals: { "kms:ViaService": `dynamodb.${Stack.of(scope).region}.amazonaws.com` },
      },
    }),
  ];
}
