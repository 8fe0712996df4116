import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { Alias, CfnPermission } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { SmaDeployment } from "../deployment/deployment.ts";
import { BuiltLambda } from "../lambda/built-lambda.ts";
import { smaEnvironment } from "../lambda/sma-environment.ts";
import { observeSma } from "../observability/observe-sma.ts";
import type { LambdaStackProps } from "../team-stack-props.ts";
import { GradualDeployment } from "../telephony/gradual-deployment.ts";
import { allowMeetings, leadToMeetings } from "../telephony/meetings.ts";
import { SipMediaApplication } from "../telephony/sip-media-application.ts";
import { SipRule } from "../telephony/sip-rule.ts";
import { VoiceApi } from "../telephony/voice-api.ts";

/** The SIP media application, its Lambda, and the SIP rule of its number. */
export class SmaStack extends Stack {
  constructor(scope: Construct, id: string, props: LambdaStackProps<SmaDeployment>) {
    super(scope, id, props);
    const { stage, deployment } = props;
    const alias = this.#answer(props);
    const name = `skill-call-${stage}`;
    const voiceApi = new VoiceApi(this, "VoiceApi");
    const application = new SipMediaApplication(this, "SipMediaApplication", {
      voiceApi,
      name,
      handler: alias,
    });
    const invocation = new CfnPermission(this, "PstnAudio", {
      functionName: alias.functionArn,
      action: "lambda:InvokeFunction",
      principal: "voiceconnector.chime.amazonaws.com",
      sourceAccount: this.account,
      sourceArn: application.arn,
    });
    // No call before the service may invoke the Lambda; and no application goes while a rule leads to it.
    const rule = this.#listen({ voiceApi, name, application, deployment });
    rule?.node.addDependency(invocation, application);
    new CfnOutput(this, "SipMediaApplicationId", { value: application.id });
    new CfnOutput(this, "SmaHandlerAliasArn", { value: alias.functionArn });
  }

  /** The Lambda, behind an alias that moves on step by step. */
  #answer(props: LambdaStackProps<SmaDeployment>): Alias {
    const { deployment } = props;
    const lambda = new BuiltLambda(this, "SmaHandler", {
      package: "sma-handler",
      stack: props,
      // The service waits 5 s and repeats; the handler answers inside 3 s.
      timeout: Duration.seconds(5),
      environment: smaEnvironment(deployment),
      tableActions: ["dynamodb:UpdateItem", "dynamodb:GetItem"],
    });
    if (leadToMeetings(deployment.routes)) allowMeetings(lambda);
    const version = lambda.function.currentVersion;
    const alias = new Alias(this, "Live", { aliasName: "live", version });
    const { alarmTopicArn } = deployment;
    const alarms = observeSma(this, { alias, alarmTopicArn });
    new GradualDeployment(this, "Deployment", { function: lambda.function, alias, alarms });
    return alias;
  }

  /** The number's way to the application; none where another Region's rule leads here. */
  #listen({ voiceApi, name, application, deployment }: Listening): SipRule | undefined {
    const { phoneNumber, failover } = deployment;
    if (phoneNumber === undefined) return undefined;
    const here = { sipMediaApplicationId: application.id, region: this.region };
    const targets = failover ? [here, failover] : [here];
    return new SipRule(this, "SipRule", { voiceApi, name, phoneNumber, targets });
  }
}

interface Listening {
  readonly voiceApi: VoiceApi;
  readonly name: string;
  readonly application: SipMediaApplication;
  readonly deployment: SmaDeployment;
}
