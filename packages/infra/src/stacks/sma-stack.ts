import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { CfnPermission } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { SmaDeployment } from "../deployment/deployment.ts";
import { BuiltLambda } from "../lambda/built-lambda.ts";
import { smaEnvironment } from "../lambda/sma-environment.ts";
import { newVersionAlarms } from "../observability/new-version-alarms.ts";
import { observeSma } from "../observability/observe-sma.ts";
import type { LambdaStackProps } from "../team-stack-props.ts";
import { applicationName } from "../telephony/application-name.ts";
import { CanaryCalls } from "../telephony/canary-calls.ts";
import { GradualDeployment } from "../telephony/gradual-deployment.ts";
import { explainMeetingRights, leadToMeetings, meetingRights } from "../telephony/meetings.ts";
import { MessageLogs } from "../telephony/message-logs.ts";
import { explainServiceRights, serviceRights } from "../telephony/service-rights.ts";
import { SipMediaApplication } from "../telephony/sip-media-application.ts";
import { SipRules } from "../telephony/sip-rules.ts";
import { VoiceApi } from "../telephony/voice-api.ts";

/** The SIP media application, its Lambda, and the SIP rules of its numbers. */
export class SmaStack extends Stack {
  constructor(scope: Construct, id: string, props: LambdaStackProps<SmaDeployment>) {
    super(scope, id, props);
    const { stage, deployment } = props;
    const { alias, table } = this.#answer(props);
    const name = applicationName(stage);
    const voiceApi = new VoiceApi(this, "VoiceApi", {
      folder: props.lambdaFolders("voice-api"),
      handler: alias,
    });
    const application = new SipMediaApplication(this, "SipMediaApplication", {
      voiceApi,
      name,
      stage,
      handler: alias,
    });
    const invocation = new CfnPermission(this, "PstnAudio", {
      functionName: alias.functionArn,
      action: "lambda:InvokeFunction",
      principal: "voiceconnector.chime.amazonaws.com",
      sourceAccount: this.account,
      sourceArn: application.arn,
    });
    // Without a number where another Region's rule leads here.
    const rules = new SipRules(this, "SipRule", {
      voiceApi,
      name,
      phoneNumbers: deployment.phoneNumbers,
      targets: [
        { sipMediaApplicationId: application.id, region: this.region },
        ...(deployment.failover ? [deployment.failover] : []),
      ],
    });
    // No call before the service may invoke the Lambda; and no application goes while a rule leads to it.
    rules.node.addDependency(invocation, application);
    const { canary, phoneNumbers, allowedSkillClientIds } = deployment;
    if (deployment.messageLogs) new MessageLogs(this, "MessageLogs", { voiceApi, application });
    if (deployment.letSkillsIn) {
      voiceApi.resource(new Construct(this, "AlexaSkills"), "SkillCallAlexaSkills", {
        SipMediaApplicationId: application.id,
        AlexaSkillIds: allowedSkillClientIds,
      });
    }
    if (canary && phoneNumbers.length > 0) {
      const calls = new CanaryCalls(this, "Canary", {
        folder: props.lambdaFolders("canary"),
        stage,
        application,
        table,
        phoneNumbers,
        canary,
      });
      calls.node.addDependency(rules);
    }
    new CfnOutput(this, "SipMediaApplicationId", { value: application.id });
    new CfnOutput(this, "SmaHandlerAliasArn", { value: alias.functionArn });
  }

  /** The Lambda, behind an alias that moves on step by step. */
  #answer(props: LambdaStackProps<SmaDeployment>): BuiltLambda {
    const { deployment, emergency } = props;
    const toMeetings = leadToMeetings(deployment.routes);
    const lambda = new BuiltLambda(this, "SmaHandler", {
      package: "sma-handler",
      stack: props,
      // The service waits 5 s and repeats; the handler answers inside 3 s.
      timeout: Duration.seconds(5),
      environment: smaEnvironment(deployment),
      routesSource: deployment.routesSource,
      tableUse: { actions: ["dynamodb:GetItem"], updates: ["claim", "advance"] },
      words: "reads",
      rights: [
        ...(toMeetings ? meetingRights(this) : []),
        ...serviceRights(this, deployment.routes),
      ],
    });
    if (toMeetings) explainMeetingRights(lambda.role);
    explainServiceRights(lambda.role, deployment.routes);
    observeSma(this, { alias: lambda.alias, stage: props.stage, deployment });
    const alarms = newVersionAlarms(this, lambda);
    const [skillClientId = ""] = deployment.allowedSkillClientIds;
    new GradualDeployment(this, "Deployment", {
      lambda,
      alarms,
      atOnce: emergency,
      rehearsal: {
        folder: props.lambdaFolders("rehearsal"),
        environment: { REHEARSED: "sma-handler", SKILL_CLIENT_ID: skillClientId },
      },
    });
    return lambda;
  }
}
