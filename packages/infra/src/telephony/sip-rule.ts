import { Construct } from "constructs";
import type { VoiceApi } from "./voice-api.ts";
import { VoiceApiResource } from "./voice-api-resource.ts";

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

/** Sends the calls to a number to SIP media applications. */
export class SipRule extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { voiceApi, name, phoneNumber, targets }: SipRuleProps,
  ) {
    super(scope, id);
    allowSipRules(voiceApi);
    // A rule's number cannot be changed: the number is in the logical ID, so that another number makes
    // another rule, and CloudFormation deletes the old one when the new one stands.
    const number = phoneNumber.slice(1);
    const Name = `${name}-${number}`;
    const TargetApplications = targets.map(prioritised);
    const [first] = TargetApplications;
    const trigger = { TriggerType: "ToPhoneNumber", TriggerValue: phoneNumber };
    new VoiceApiResource(this, `Rule${number}`, {
      voiceApi,
      name: "SipRule",
      idPath: "SipRule.SipRuleId",
      // No call before the update has named every application.
      create: {
        action: "createSipRule",
        parameters: { Name, ...trigger, TargetApplications: [first], Disabled: true },
      },
      update: updateSipRule({ Name, TargetApplications, Disabled: false }),
      // The API deletes only disabled rules.
      beforeDelete: updateSipRule({ Name, Disabled: true }),
      delete: (SipRuleId) => ({ action: "deleteSipRule", parameters: { SipRuleId } }),
    });
  }
}

function updateSipRule(parameters: object) {
  return (SipRuleId: string) => ({
    action: "updateSipRule",
    parameters: { SipRuleId, ...parameters },
  });
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
