import { CfnOutput, Duration, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { SkillDeployment } from "../deployment/deployment.ts";
import { BuiltLambda } from "../lambda/built-lambda.ts";
import { skillEnvironment } from "../lambda/skill-environment.ts";
import { Alarms, twoOfThree } from "../observability/alarms.ts";
import { StageMetrics } from "../observability/business-metrics.ts";
import { quarterOfAnHour, shareOf } from "../observability/shares.ts";
import { lambdaGraphs, TeamDashboard } from "../observability/team-dashboard.ts";
import type { LambdaStackProps } from "../team-stack-props.ts";

const period = Duration.minutes(1);

/** Errors are none of a day's work: one is enough, also where calls are few. */
const fewMinutes = Duration.minutes(5);

/** The Alexa skill's Lambda. The skill itself (manifest, models) is the ASK CLI's to deploy. */
export class SkillStack extends Stack {
  constructor(scope: Construct, id: string, props: LambdaStackProps<SkillDeployment>) {
    super(scope, id, props);
    const { deployment } = props;
    const lambda = new BuiltLambda(this, "Skill", {
      package: "skill",
      stack: props,
      // Alexa waits 8 s; the skill keeps its own, shorter deadline.
      timeout: Duration.seconds(8),
      environment: skillEnvironment(deployment, props.encryption),
      // GetItem: a yes that Alexa delivers twice is answered by what became of the first one.
      tableUse: { actions: ["dynamodb:PutItem", "dynamodb:GetItem"], updates: ["advance"] },
      words: "stores",
      rights: this.#startCalls(deployment),
    });
    const { callStarter } = deployment;
    if ("instanceArn" in callStarter) {
      Validations.of(lambda.role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${callStarter.instanceArn}/contact/*]`,
        reason: "A contact's ID is drawn when it is started.",
      });
    }
    // The function as well as the alias: a skill may still name it as its endpoint.
    for (const invoked of [lambda.alias, lambda.function]) {
      invoked.addPermission("Alexa", {
        principal: new ServicePrincipal("alexa-appkit.amazon.com"),
        action: "lambda:InvokeFunction",
        eventSourceToken: deployment.skillId,
      });
    }
    this.#observe(lambda, props);
    new CfnOutput(this, "SkillLambdaArn", { value: lambda.alias.functionArn });
  }

  /** What the function may ask of the service that starts the call. */
  #startCalls({ callStarter }: SkillDeployment): readonly PolicyStatement[] {
    switch (callStarter.type) {
      case "callback": {
        const resourceName = callStarter.sipMediaApplicationId;
        return [
          new PolicyStatement({
            sid: "CallBack",
            actions: ["chime:CreateSipMediaApplicationCall"],
            resources: [this.formatArn({ service: "chime", resource: "sma", resourceName })],
          }),
        ];
      }
      case "connect":
      case "connect-task": {
        const outbound = callStarter.type === "connect";
        return [
          new PolicyStatement({
            sid: "CallBack",
            actions: [outbound ? "connect:StartOutboundVoiceContact" : "connect:StartTaskContact"],
            // Contacts of this instance, started in this flow.
            resources: [
              `${callStarter.instanceArn}/contact/*`,
              `${callStarter.instanceArn}/contact-flow/${callStarter.flowId}`,
            ],
          }),
        ];
      }
      // The device places the call.
      case "skill-call":
        return [];
      case "smart-properties":
        return [
          new PolicyStatement({
            sid: "LoginWithAmazon",
            actions: ["secretsmanager:GetSecretValue"],
            resources: [callStarter.loginSecretArn],
          }),
        ];
    }
  }

  #observe(lambda: BuiltLambda, { stage, deployment }: LambdaStackProps<SkillDeployment>): void {
    const alarms = new Alarms(this, "Alarms", deployment.alarmTopicArn);
    const metrics = new StageMetrics(stage, "skill");
    alarms.when("SkillFails", {
      metric: lambda.function.metricErrors({ period: fewMinutes }),
      threshold: 1,
      meaning: "The skill's Lambda fails: callers hear Alexa's own error, and no call is placed.",
    });
    alarms.when("SkillThrottled", {
      metric: lambda.function.metricThrottles({ period: fewMinutes }),
      threshold: 1,
      meaning: "Lambda refuses to run the skill: callers hear Alexa's own error.",
    });
    alarms.when("SkillSlow", {
      metric: lambda.function.metricDuration({ period, statistic: "p99" }),
      threshold: 6000,
      periods: twoOfThree,
      meaning: "The skill answers late: after 8 s Alexa gives up, and the caller hears an error.",
    });
    alarms.when("CallsNotStarted", {
      metric: shareOf({
        of: metrics.countOf("CallStartFailed", quarterOfAnHour),
        besides: [metrics.countOf("CallsStarted", quarterOfAnHour)],
        atLeast: 5,
      }),
      threshold: deployment.alarms.callsNotStarted,
      meaning: "Calls cannot be started: callers hear what to do, but reach nobody.",
    });
    new TeamDashboard(this, "Dashboard", {
      about: "The Alexa skill: who wanted to call, and whose call was started.",
      alarms,
      graphs: [
        ["Calls started", metrics.countOf("CallsStarted")],
        ["Calls not started, by cause", metrics.eachOf("CallStartFailed")],
        ...lambdaGraphs(lambda.function),
      ],
    });
  }
}
