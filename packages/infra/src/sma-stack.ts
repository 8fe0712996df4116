import { readFileSync } from "node:fs";
import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from "aws-cdk-lib/aws-codedeploy";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Alias } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { Alarms } from "./alarms.ts";
import { BuiltLambda } from "./built-lambda.ts";
import type { SmaDeployment } from "./deployment.ts";
import { SipMediaApplication } from "./sip-media-application.ts";
import { SipRule } from "./sip-rule.ts";

export interface SmaStackProps extends StackProps {
  readonly stage: string;
  readonly deployment: SmaDeployment;
}

/** The SIP media application, its Lambda and the SIP rule of its number. */
export class SmaStack extends Stack {
  constructor(scope: Construct, id: string, { stage, deployment, ...props }: SmaStackProps) {
    super(scope, id, props);
    const routes = routesOf(deployment);

    const lambda = new BuiltLambda(this, "SmaHandler", {
      package: "sma-handler",
      stage,
      // The service waits 5 s and repeats; the handler answers inside 3 s.
      timeout: Duration.seconds(5),
      environment: {
        ROUTES: routes,
        ALLOWED_SKILL_CLIENT_IDS: deployment.allowedSkillClientIds.join(","),
        CALLER_ID_NUMBER: deployment.callerIdNumber,
        WITHOUT_CONTEXT: deployment.withoutContext,
      },
      tableActions: ["dynamodb:UpdateItem", "dynamodb:GetItem"],
    });
    if (usesMeetings(routes)) {
      lambda.role.addToPolicy(
        new PolicyStatement({
          sid: "Meetings",
          actions: [
            "chime:CreateMeeting",
            "chime:CreateAttendee",
            "chime:DeleteAttendee",
            "chime:DeleteMeeting",
          ],
          resources: [
            this.formatArn({ service: "chime", region: "*", resource: "meeting", resourceName: "*" }),
          ],
        }),
      );
    }

    const alias = new Alias(this, "Live", {
      aliasName: "live",
      version: lambda.function.currentVersion,
    });
    const alarms = new Alarms(this, "Alarms", deployment.alarmTopicArn);
    const errors = alarms.when("SmaHandlerErrors", {
      metric: alias.metricErrors({ period: Duration.minutes(1) }),
      threshold: 1,
      description: "The SMA's Lambda fails: callers are cut off with 480, or go to the failover region.",
    });
    const slow = alarms.when("SmaHandlerSlow", {
      metric: alias.metricDuration({ period: Duration.minutes(1), statistic: "p99" }),
      threshold: 3000,
      description: "The SMA's Lambda answers later than 3 s: the service repeats its events after 5 s.",
    });
    new LambdaDeploymentGroup(this, "Deployment", {
      alias,
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      alarms: [errors, slow],
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
    });

    const application = new SipMediaApplication(this, "SipMediaApplication", {
      name: `skill-call-${stage}`,
      handler: alias,
    });
    alias.addPermission("PstnAudio", {
      principal: new ServicePrincipal("voiceconnector.chime.amazonaws.com"),
      action: "lambda:InvokeFunction",
      sourceAccount: this.account,
      sourceArn: application.arn,
    });

    const { failover, phoneNumber } = deployment;
    new SipRule(this, "SipRule", {
      name: `skill-call-${stage}`,
      phoneNumber,
      targets: [
        { sipMediaApplicationId: application.id, region: this.region },
        ...(failover ? [failover] : []),
      ],
    });

    new CfnOutput(this, "SipMediaApplicationId", { value: application.id });
    new CfnOutput(this, "SmaHandlerAliasArn", { value: alias.functionArn });
  }
}

function routesOf({ routes }: SmaDeployment): string {
  const document = typeof routes === "string" ? JSON.parse(readFileSync(routes, "utf8")) : routes;
  return JSON.stringify(document);
}

function usesMeetings(routes: string): boolean {
  return routes.includes('"type":"meeting"');
}
