import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { Alarms } from "./alarms.ts";
import { BuiltLambda } from "./built-lambda.ts";
import type { SkillDeployment } from "./deployment.ts";

export interface SkillStackProps extends StackProps {
  readonly stage: string;
  readonly deployment: SkillDeployment;
}

/** The Alexa skill's Lambda. The skill itself (manifest, models) is the ASK CLI's to deploy. */
export class SkillStack extends Stack {
  constructor(scope: Construct, id: string, { stage, deployment, ...props }: SkillStackProps) {
    super(scope, id, props);

    const lambda = new BuiltLambda(this, "Skill", {
      package: "skill",
      stage,
      // Alexa waits 8 s; the skill keeps its own, shorter deadline.
      timeout: Duration.seconds(8),
      environment: environment(deployment),
      tableActions: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
    });
    lambda.function.addPermission("Alexa", {
      principal: new ServicePrincipal("alexa-appkit.amazon.com"),
      action: "lambda:InvokeFunction",
      eventSourceToken: deployment.skillId,
    });
    if (deployment.callback) {
      lambda.role.addToPolicy(
        new PolicyStatement({
          sid: "CallBack",
          actions: ["chime:CreateSipMediaApplicationCall"],
          resources: [
            this.formatArn({
              service: "chime",
              resource: "sma",
              resourceName: deployment.callback.sipMediaApplicationId,
            }),
          ],
        }),
      );
    }

    new Alarms(this, "Alarms", deployment.alarmTopicArn).when("SkillErrors", {
      metric: lambda.function.metricErrors({ period: Duration.minutes(1) }),
      threshold: 1,
      description: "The skill's Lambda fails: callers hear Alexa's own error, and no call is placed.",
    });

    new CfnOutput(this, "SkillLambdaArn", { value: lambda.function.functionArn });
  }
}

function environment(deployment: SkillDeployment): Record<string, string> {
  return {
    ...deployment.environment,
    CALL_STARTER: deployment.callStarter,
    SMA_PHONE_NUMBER: deployment.smaPhoneNumber,
    SKILL_ID: deployment.skillId,
    CONTEXT_TTL_SECONDS: String(deployment.contextTtlSeconds),
    ...(deployment.callback && {
      SIP_MEDIA_APPLICATION_ID: deployment.callback.sipMediaApplicationId,
      CALLBACK_FROM_NUMBER: deployment.callback.fromNumber,
    }),
  };
}
