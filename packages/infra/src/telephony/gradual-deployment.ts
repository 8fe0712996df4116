import { Stack, Validations } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Alias, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";

export interface GradualDeploymentProps {
  readonly function: LambdaFunction;
  readonly alias: Alias;
  /** Any of them puts the alias back. */
  readonly alarms: readonly Alarm[];
}

/** A new version gets a tenth of the calls for five minutes, then all of them; an alarm puts the old one back. */
export class GradualDeployment extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { function: lambda, alias, alarms }: GradualDeploymentProps,
  ) {
    super(scope, id);
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("codedeploy.amazonaws.com"),
      description: "Shifts an alias from one version to the next, and back",
      // What AWSCodeDeployRoleForLambdaLimited allows, less its wildcards and what is not used here.
      inlinePolicies: {
        ShiftAlias: new PolicyDocument({
          statements: [this.#shift(lambda, alias), this.#watchAlarms()],
        }),
      },
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudwatch:${Stack.of(this).region}:<AWS::AccountId>:alarm:*]`,
      reason: "DescribeAlarms lists alarms: it is allowed for all of an account's, or for none.",
    });
    new LambdaDeploymentGroup(this, "Group", {
      alias,
      role: role.withoutPolicyUpdates(),
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [...alarms],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
  }

  #shift(lambda: LambdaFunction, alias: Alias): PolicyStatement {
    return new PolicyStatement({
      sid: "ShiftAlias",
      actions: ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"],
      resources: [lambda.functionArn, `${lambda.functionArn}:${alias.aliasName}`],
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
