import { Stack } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { VoiceApi } from "./voice-api.ts";
import { VoiceApiResource } from "./voice-api-resource.ts";

export interface SipMediaApplicationProps {
  readonly voiceApi: VoiceApi;
  readonly name: string;
  /** The function, version or alias that the service invokes. */
  readonly handler: IFunction;
}

/** A SIP media application: created, updated and deleted with the Chime SDK Voice API. */
export class SipMediaApplication extends Construct {
  readonly id: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, { voiceApi, name, handler }: SipMediaApplicationProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const settings = { Name: name, Endpoints: [{ LambdaArn: handler.functionArn }] };
    this.#allow(voiceApi, handler);
    const application = new VoiceApiResource(this, "Application", {
      voiceApi,
      name: "SipMediaApplication",
      idPath: "SipMediaApplication.SipMediaApplicationId",
      create: {
        action: "createSipMediaApplication",
        parameters: { AwsRegion: stack.region, ...settings },
      },
      update: (SipMediaApplicationId) => ({
        action: "updateSipMediaApplication",
        parameters: { SipMediaApplicationId, ...settings },
      }),
      delete: (SipMediaApplicationId) => ({
        action: "deleteSipMediaApplication",
        parameters: { SipMediaApplicationId },
      }),
    });
    this.id = application.id;
    this.arn = stack.formatArn({ service: "chime", resource: "sma", resourceName: this.id });
  }

  #allow(voiceApi: VoiceApi, handler: IFunction): void {
    const stack = Stack.of(this);
    voiceApi.allow({
      sid: "CreateHasNoResourceYet",
      actions: ["chime:CreateSipMediaApplication"],
      resources: ["*"],
      conditions: { StringEquals: { "aws:RequestedRegion": stack.region } },
    });
    const applications = stack.formatArn({ service: "chime", resource: "sma", resourceName: "*" });
    voiceApi.allow({
      sid: "ApplicationsOfThisAccount",
      actions: ["chime:UpdateSipMediaApplication", "chime:DeleteSipMediaApplication"],
      resources: [applications],
    });
    voiceApi.explainWildcard(
      `arn:<AWS::Partition>:chime:${stack.region}:<AWS::AccountId>:sma/*`,
      "The ID is drawn by the service; a policy that named it would have to be there before it.",
    );
    voiceApi.allow({
      sid: "ServiceLooksAtTheLambda",
      actions: ["lambda:GetPolicy", "lambda:AddPermission"],
      resources: [handler.functionArn],
    });
  }
}
