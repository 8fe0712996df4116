import { CustomResource, Duration, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { OwnLambda } from "../lambda/own-lambda.ts";

export interface VoiceApiProps {
  /** Of the built Lambda. */
  readonly folder: string;
  /** What SIP media applications invoke. */
  readonly handler: IFunction;
}

export type VoiceResourceType =
  | "SkillCallAlexaSkills"
  | "SkillCallMessageLogs"
  | "SkillCallSipMediaApplication"
  | "SkillCallSipRule";

/**
 * Makes things of the Chime SDK Voice API as CloudFormation creates, updates and deletes (src/lambda/voice-api). Its
 * rights do not hang on what there is: CloudFormation takes rights first, and deletes afterwards.
 */
export class VoiceApi extends Construct {
  readonly #lambda: OwnLambda;

  constructor(scope: Construct, id: string, { folder, handler }: VoiceApiProps) {
    super(scope, id);
    this.#lambda = new OwnLambda(this, "Resources", {
      folder,
      description: "Makes, changes and deletes SIP media applications and SIP rules",
      timeout: Duration.minutes(2),
      environment: {},
      rights: rights(Stack.of(this), handler),
    });
    const { region } = Stack.of(this);
    this.#explain(
      "*",
      "SIP rules and log deliveries have no ARN, and an application has none before it is created.",
    );
    this.#explain(
      `arn:<AWS::Partition>:chime:${region}:<AWS::AccountId>:sma/*`,
      "The ID is drawn by the service; a policy that named it would have to be there before it.",
    );
  }

  resource(
    scope: Construct,
    type: VoiceResourceType,
    properties: Record<string, unknown>,
  ): CustomResource {
    const resource = new CustomResource(scope, "Resource", {
      serviceToken: this.#lambda.function.functionArn,
      // What is not answered by then has failed: without it CloudFormation waits an hour.
      serviceTimeout: Duration.minutes(5),
      resourceType: `Custom::${type}`,
      properties,
    });
    // Else the rights could go before the last call that needs them.
    resource.node.addDependency(this.#lambda);
    return resource;
  }

  /** As cdk-nag asks for it. */
  #explain(resource: string, reason: string): void {
    const id = `AwsSolutions-IAM5[Resource::${resource}]`;
    Validations.of(this.#lambda.role).acknowledge({ id, reason });
  }
}

function rights(stack: Stack, handler: IFunction): PolicyStatement[] {
  const applications = stack.formatArn({ service: "chime", resource: "sma", resourceName: "*" });
  return [
    new PolicyStatement({
      sid: "CreateHasNoResourceYet",
      actions: ["chime:CreateSipMediaApplication", "chime:ListSipMediaApplications"],
      resources: ["*"],
      conditions: { StringEquals: { "aws:RequestedRegion": stack.region } },
    }),
    new PolicyStatement({
      sid: "ApplicationsOfThisAccount",
      actions: [
        "chime:UpdateSipMediaApplication",
        "chime:DeleteSipMediaApplication",
        "chime:PutSipMediaApplicationAlexaSkillConfiguration",
        "chime:PutSipMediaApplicationLoggingConfiguration",
        "chime:TagResource",
      ],
      resources: [applications],
    }),
    new PolicyStatement({
      sid: "SipRulesHaveNoArn",
      actions: [
        "chime:CreateSipRule",
        "chime:UpdateSipRule",
        "chime:DeleteSipRule",
        "chime:ListSipRules",
      ],
      resources: ["*"],
    }),
    // What AWS's own AmazonChimeFullAccess has for this; the log itself is the stack's.
    new PolicyStatement({
      sid: "DeliverMessageLogs",
      actions: [
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
      ],
      resources: ["*"],
      conditions: { StringEquals: { "aws:RequestedRegion": stack.region } },
    }),
    new PolicyStatement({
      sid: "ServiceLooksAtTheLambda",
      actions: ["lambda:GetPolicy", "lambda:AddPermission"],
      resources: [handler.functionArn],
    }),
  ];
}
