import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  AwsCustomResource,
  AwsCustomResourcePolicy,
  PhysicalResourceId,
  PhysicalResourceIdReference,
} from "aws-cdk-lib/custom-resources";
import { Construct } from "constructs";

export interface TargetApplication {
  readonly sipMediaApplicationId: string;
  readonly region: string;
}

export interface SipRuleProps {
  readonly name: string;
  /** E.164; a number that the account owns already. */
  readonly phoneNumber: string;
  /** In order of priority: the next is tried when one's Lambda cannot be invoked. */
  readonly targets: readonly TargetApplication[];
}

const service = "chime-sdk-voice";

/** Sends the calls to a number to SIP media applications. */
export class SipRule extends Construct {
  constructor(scope: Construct, id: string, { name, phoneNumber, targets }: SipRuleProps) {
    super(scope, id);
    const ruleId = new PhysicalResourceIdReference();
    const settings = {
      Name: name,
      Disabled: false,
      TargetApplications: targets.map(({ sipMediaApplicationId, region }, index) => ({
        SipMediaApplicationId: sipMediaApplicationId,
        AwsRegion: region,
        Priority: index + 1,
      })),
    };
    const policy = AwsCustomResourcePolicy.fromStatements([
      new PolicyStatement({
        sid: "SipRulesHaveNoArn",
        actions: ["chime:CreateSipRule", "chime:UpdateSipRule", "chime:DeleteSipRule"],
        resources: ["*"],
      }),
    ]);

    // A rule's number cannot be changed: the number is in the logical ID, so that another number makes
    // another rule, and CloudFormation deletes the old one when the new one stands.
    const number = phoneNumber.slice(1);
    const rule = new AwsCustomResource(this, `Rule${number}`, {
      resourceType: "Custom::SipRule",
      installLatestAwsSdk: false,
      onCreate: {
        service,
        action: "createSipRule",
        parameters: { TriggerType: "ToPhoneNumber", TriggerValue: phoneNumber, ...settings },
        physicalResourceId: PhysicalResourceId.fromResponse("SipRule.SipRuleId"),
      },
      onUpdate: {
        service,
        action: "updateSipRule",
        parameters: { SipRuleId: ruleId, ...settings },
        physicalResourceId: PhysicalResourceId.fromResponse("SipRule.SipRuleId"),
      },
      onDelete: {
        service,
        action: "deleteSipRule",
        parameters: { SipRuleId: ruleId },
        ignoreErrorCodesMatching: "NotFoundException",
      },
      policy,
    });

    // The API deletes only disabled rules. CloudFormation deletes what depends on the rule first.
    const disabled = {
      service,
      action: "updateSipRule",
      parameters: {
        SipRuleId: rule.getResponseField("SipRule.SipRuleId"),
        Name: name,
        Disabled: true,
      },
      ignoreErrorCodesMatching: "NotFoundException",
    };
    const disable = new AwsCustomResource(this, `Disable${number}`, {
      resourceType: "Custom::SipRuleDisabledBeforeDelete",
      installLatestAwsSdk: false,
      onDelete: disabled,
      policy,
    });
    disable.node.addDependency(rule);
  }
}
