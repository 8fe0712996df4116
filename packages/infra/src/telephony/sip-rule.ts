import { PhysicalResourceIdReference } from "aws-cdk-lib/custom-resources";
import { Construct } from "constructs";
import type { VoiceApi } from "./voice-api.ts";

export interface TargetApplication {
  readonly sipMediaApplicationId: string;
  readonly region: string;
}

export interface SipRuleProps {
  readonly voiceApi: VoiceApi;
  readonly name: string;
  /** E.164; a number that the account owns already. */
  readonly phoneNumber: string;
  /** In order of priority: the next is tried when one's Lambda cannot be invoked. */
  readonly targets: readonly TargetApplication[];
}

const idPath = "SipRule.SipRuleId";

/** Sends the calls to a number to SIP media applications. */
export class SipRule extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { voiceApi, name, phoneNumber, targets }: SipRuleProps,
  ) {
    super(scope, id);
    allowSipRules(voiceApi);
    const ofThisOne = { SipRuleId: new PhysicalResourceIdReference() };
    // A rule's number cannot be changed: the number is in the logical ID, so that another number makes
    // another rule, and CloudFormation deletes the old one when the new one stands.
    const number = phoneNumber.slice(1);
    const named = { Name: `${name}-${number}` };
    const enabled = { ...named, TargetApplications: targets.map(prioritised), Disabled: false };
    const rule = voiceApi.resource(this, `Rule${number}`, {
      type: "Custom::SipRule",
      idPath,
      onCreate: {
        action: "createSipRule",
        parameters: { TriggerType: "ToPhoneNumber", TriggerValue: phoneNumber, ...enabled },
      },
      onUpdate: { action: "updateSipRule", parameters: { ...ofThisOne, ...enabled } },
      onDelete: { action: "deleteSipRule", parameters: ofThisOne },
    });

    // The API deletes only disabled rules, and CloudFormation deletes first what depends on the rule.
    const disabled = { SipRuleId: rule.getResponseField(idPath), ...named, Disabled: true };
    voiceApi.resource(this, `DisabledBeforeDelete${number}`, {
      type: "Custom::SipRuleDisabledBeforeDelete",
      onDelete: { action: "updateSipRule", parameters: disabled },
    });
  }
}

function prioritised({ sipMediaApplicationId, region }: TargetApplication, index: number) {
  return { SipMediaApplicationId: sipMediaApplicationId, AwsRegion: region, Priority: index + 1 };
}

function allowSipRules(voiceApi: VoiceApi): void {
  voiceApi.allow({
    sid: "SipRulesHaveNoArn",
    actions: ["chime:CreateSipRule", "chime:UpdateSipRule", "chime:DeleteSipRule"],
    resources: ["*"],
  });
}
