import { Construct } from "constructs";
import type { VoiceApi } from "./voice-api.ts";
import { VoiceApiResource } from "./voice-api-resource.ts";

export interface TargetApplication {
  readonly sipMediaApplicationId: string;
  readonly region: string;
}

export interface SipRulesProps {
  readonly voiceApi: VoiceApi;
  readonly name: string;
  /** E.164; numbers that the account owns already. */
  readonly phoneNumbers: readonly string[];
  /** In order of priority: the next is tried when one's Lambda cannot be invoked. */
  readonly targets: readonly TargetApplication[];
}

/** Send the calls to some numbers to SIP media applications: a rule each. */
export class SipRules extends Construct {
  constructor(scope: Construct, id: string, { phoneNumbers, ...rule }: SipRulesProps) {
    super(scope, id);
    // Also without a number: when the last one goes, CloudFormation takes the rights first and deletes its rule later.
    allowSipRules(rule.voiceApi);
    for (const phoneNumber of phoneNumbers) this.#add(phoneNumber, rule);
  }

  #add(phoneNumber: string, { voiceApi, name, targets }: Omit<SipRulesProps, "phoneNumbers">) {
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
