import { Stack, Validations } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { CfnAlias } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { BuiltLambda } from "../lambda/built-lambda.ts";

export interface GradualDeploymentProps {
  readonly lambda: BuiltLambda;
  /** Any of them puts the alias back. */
  readonly alarms: readonly Alarm[];
  /** In an emergency CloudFormation itself moves the alias, and no alarm is asked. */
  readonly atOnce: boolean;
}

/** A new version gets a tenth of the calls for five minutes, then all of them; an alarm puts the old one back. */
export class GradualDeployment extends Construct {
  constructor(scope: Construct, id: string, { lambda, alarms, atOnce }: GradualDeploymentProps) {
    super(scope, id);
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("codedeploy.amazonaws.com"),
      description: "Shifts an alias from one version to the next, and back",
      // What AWSCodeDeployRoleForLambdaLimited allows, less its wildcards and what is not used here.
      inlinePolicies: {
        ShiftAlias: new PolicyDocument({
          statements: [this.#shift(lambda), this.#watchAlarms()],
        }),
      },
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudwatch:${Stack.of(this).region}:<AWS::AccountId>:alarm:*]`,
      reason: "DescribeAlarms lists alarms: it is allowed for all of an account's, or for none.",
    });
    new LambdaDeploymentGroup(this, "Group", {
      alias: lambda.alias,
      role: role.withoutPolicyUpdates(),
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [...alarms],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
    if (atOnce) (lambda.alias.node.defaultChild as CfnAlias).cfnOptions.updatePolicy = undefined;
  }

  #shift({ function: { functionArn }, alias }: BuiltLambda): PolicyStatement {
    return new PolicyStatement({
      sid: "ShiftAlias",
      actions: ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"],
      resources: [functionArn, `${functionArn}:${alias.aliasName}`],
    });
  }

  #watchAlarms(): PolicyStatement {
    const allAlarms = Stack.of(this).formatArn({ service: "cloudwatch", resource: "alarm:*" });
    return new PolicyStatement({
      sid: "WatchAlarms",
      actions: ["cloudwatch:DescribeAlarms"],
      resources: [allAlarms],
    });
  }
}
