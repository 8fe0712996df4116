import { Stack } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { VoiceApi } from "./voice-api.ts";

export interface SipMediaApplicationProps {
  readonly voiceApi: VoiceApi;
  readonly name: string;
  readonly stage: string;
  /** The function, version or alias that the service invokes. */
  readonly handler: IFunction;
}

/** A SIP media application. */
export class SipMediaApplication extends Construct {
  /** As the service drew it. */
  readonly id: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: SipMediaApplicationProps) {
    super(scope, id);
    const { voiceApi, name, stage, handler } = props;
    const stack = Stack.of(this);
    this.id = voiceApi.resource(this, "SkillCallSipMediaApplication", {
      Name: name,
      AwsRegion: stack.region,
      LambdaArn: handler.functionArn,
      Tags: [
        { Key: "application", Value: "skill-call" },
        { Key: "stage", Value: stage },
      ],
    }).ref;
    this.arn = stack.formatArn({ service: "chime", resource: "sma", resourceName: this.id });
  }
}
