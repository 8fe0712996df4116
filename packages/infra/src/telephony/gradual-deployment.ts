import { Duration, Stack, Validations } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import {
  Policy,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from "aws-cdk-lib/aws-iam";
import type { CfnAlias, CfnFunction, IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { BuiltLambda } from "../lambda/built-lambda.ts";
import { OwnLambda } from "../lambda/own-lambda.ts";
import { tableAccess } from "../lambda/table-access.ts";

export interface GradualDeploymentProps {
  readonly lambda: BuiltLambda;
  /** Any of them puts the alias back. */
  readonly alarms: readonly Alarm[];
  /** In an emergency CloudFormation itself moves the alias: no rehearsal, and no alarm is asked. */
  readonly atOnce: boolean;
  readonly rehearsal: {
    /** Of the built hook. */
    readonly folder: string;
    /** What it rehearses, and what else that needs (src/lambda/rehearsal). */
    readonly environment: Readonly<Record<string, string>>;
  };
}

/**
 * A new version first comes through a rehearsal; then it gets a tenth of the calls for five minutes, then all of them.
 * An alarm puts the old one back.
 */
export class GradualDeployment extends Construct {
  constructor(scope: Construct, id: string, props: GradualDeploymentProps) {
    super(scope, id);
    const { lambda, alarms, atOnce } = props;
    const { alias } = lambda;
    const role = this.#role(lambda);
    const group = new LambdaDeploymentGroup(this, "Group", {
      alias,
      role: role.withoutPolicyUpdates(),
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [...alarms],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });
    const hook = this.#rehearsal(group, props);
    group.addPreHook(hook);
    // Beside the role: in it, the role would wait for the hook, the hook for the group, and the group for the role.
    const mayInvoke = new Policy(this, "InvokeHook", {
      roles: [role],
      statements: [
        new PolicyStatement({
          sid: "InvokeHook",
          actions: ["lambda:InvokeFunction"],
          resources: [hook.functionArn],
        }),
      ],
    });
    alias.node.addDependency(hook, mayInvoke);
    if (atOnce) (alias.node.defaultChild as CfnAlias).cfnOptions.updatePolicy = undefined;
  }

  #role({ function: { functionArn }, alias }: BuiltLambda): Role {
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("codedeploy.amazonaws.com"),
      description: "Shifts an alias from one version to the next, and back",
      // What AWSCodeDeployRoleForLambdaLimited allows, less its wildcards and what is not used here.
      inlinePolicies: {
        ShiftAlias: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: "ShiftAlias",
              actions: [
                "lambda:GetAlias",
                "lambda:UpdateAlias",
                "lambda:GetProvisionedConcurrencyConfig",
              ],
              resources: [functionArn, `${functionArn}:${alias.aliasName}`],
            }),
            new PolicyStatement({
              sid: "WatchAlarms",
              actions: ["cloudwatch:DescribeAlarms"],
              resources: [Stack.of(this).formatArn({ service: "cloudwatch", resource: "alarm:*" })],
            }),
          ],
        }),
      },
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudwatch:${Stack.of(this).region}:<AWS::AccountId>:alarm:*]`,
      reason: "DescribeAlarms lists alarms: it is allowed for all of an account's, or for none.",
    });
    return role;
  }

  /** Goes through calls that nobody makes with the new version (src/lambda/rehearsal). */
  #rehearsal(group: LambdaDeploymentGroup, props: GradualDeploymentProps): IFunction {
    const { lambda, rehearsal } = props;
    const versions = `${lambda.function.functionArn}:*`;
    const { function: hook, role } = new OwnLambda(this, "Rehearsal", {
      folder: rehearsal.folder,
      description: "Goes through calls that nobody makes with a new version",
      timeout: Duration.minutes(2),
      environment: {
        NEW_VERSION: lambda.version.functionArn,
        CALL_CONTEXT_TABLE: lambda.table.name,
        ...rehearsal.environment,
      },
      rights: [
        new PolicyStatement({
          sid: "InvokeNewVersion",
          actions: ["lambda:InvokeFunction"],
          resources: [versions],
        }),
        new PolicyStatement({
          sid: "TellCodeDeploy",
          actions: ["codedeploy:PutLifecycleEventHookExecutionStatus"],
          resources: [group.deploymentGroupArn],
        }),
        // Contexts of its own, which it removes again.
        ...tableAccess(this, lambda.table, {
          actions: ["dynamodb:PutItem", "dynamodb:DeleteItem"],
        }),
      ],
    });
    const functionId = Stack.of(this).getLogicalId(
      lambda.function.node.defaultChild as CfnFunction,
    );
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${functionId}.Arn>:*]`,
      reason: "A right to the new version alone would be as new as it: IAM may not know it yet.",
    });
    return hook;
  }
}
