import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";
import type { TableDeployment } from "../deployment/deployment.ts";
import { parameterNames } from "../parameter-names.ts";

/** The table that the stage's parameters name: CloudFormation reads them when it deploys. */
export function tableOfStage(scope: Construct, stage: string): TableDeployment {
  const names = parameterNames(stage);
  const read = (name: string) => StringParameter.valueForStringParameter(scope, name);
  return { name: read(names.tableName), arn: read(names.tableArn), keyArn: read(names.keyArn) };
}

/** The operations on the table that a Lambda uses; nothing else is allowed to it. */
export type TableAction = `dynamodb:${"PutItem" | "UpdateItem" | "GetItem" | "DeleteItem"}`;

/** The right to some operations on one table, and through DynamoDB, and only so, to its key. */
export function tableAccess(
  scope: Construct,
  table: TableDeployment,
  actions: readonly TableAction[],
): PolicyStatement[] {
  return [
    new PolicyStatement({ sid: "CallContexts", actions: [...actions], resources: [table.arn] }),
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
