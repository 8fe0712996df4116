import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import {
  AwsCustomResource,
  AwsCustomResourcePolicy,
  PhysicalResourceId,
  PhysicalResourceIdReference,
} from "aws-cdk-lib/custom-resources";
import { Construct } from "constructs";

export interface SipMediaApplicationProps {
  readonly name: string;
  /** The function, version or alias that the service invokes. */
  readonly handler: IFunction;
}

/** A SIP media application: created, updated and deleted with the Chime SDK Voice API. */
export class SipMediaApplication extends Construct {
  readonly id: string;
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, handler }: SipMediaApplicationProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const settings = { Name: name, Endpoints: [{ LambdaArn: handler.functionArn }] };
    const applicationId = new PhysicalResourceIdReference();

    const resource = new AwsCustomResource(this, "Resource", {
      resourceType: "Custom::SipMediaApplication",
      installLatestAwsSdk: false,
      onCreate: {
        service: "chime-sdk-voice",
        action: "createSipMediaApplication",
        parameters: { AwsRegion: stack.region, ...settings },
        physicalResourceId: PhysicalResourceId.fromResponse(
          "SipMediaApplication.SipMediaApplicationId",
        ),
      },
      onUpdate: {
        service: "chime-sdk-voice",
        action: "updateSipMediaApplication",
        parameters: { SipMediaApplicationId: applicationId, ...settings },
        physicalResourceId: PhysicalResourceId.fromResponse(
          "SipMediaApplication.SipMediaApplicationId",
        ),
      },
      onDelete: {
        service: "chime-sdk-voice",
        action: "deleteSipMediaApplication",
        parameters: { SipMediaApplicationId: applicationId },
        ignoreErrorCodesMatching: "NotFoundException",
      },
      policy: AwsCustomResourcePolicy.fromStatements([
        new PolicyStatement({
          sid: "CreateHasNoResourceYet",
          actions: ["chime:CreateSipMediaApplication"],
          resources: ["*"],
          conditions: { StringEquals: { "aws:RequestedRegion": stack.region } },
        }),
        new PolicyStatement({
          sid: "ThisAccountsApplications",
          actions: ["chime:UpdateSipMediaApplication", "chime:DeleteSipMediaApplication"],
          resources: [stack.formatArn({ service: "chime", resource: "sma", resourceName: "*" })],
        }),
        new PolicyStatement({
          sid: "LetTheServiceSeeTheLambda",
          actions: ["lambda:GetPolicy", "lambda:AddPermission"],
          resources: [handler.functionArn],
        }),
      ]),
    });

    this.id = resource.getResponseField("SipMediaApplication.SipMediaApplicationId");
    this.arn = stack.formatArn({ service: "chime", resource: "sma", resourceName: this.id });
  }
}
