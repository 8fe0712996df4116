import { Stack } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { VoiceApi } from "./voice-api.ts";

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
  constructor(
    scope: Construct,
    id: string,
    { voiceApi, name, phoneNumbers, targets }: SipRulesProps,
  ) {
    super(scope, id);
    for (const phoneNumber of phoneNumbers) {
      // A rule's number cannot be changed: it is in the logical ID, so that another number makes another rule, and
      // CloudFormation deletes the old one when the new one stands.
      const number = phoneNumber.slice(1);
      voiceApi.resource(new Construct(this, `Rule${number}`), "SkillCallSipRule", {
        // With the Region: a rule that carries the name is taken over, and another Region's stack must not do that.
        Name: `${name}-${Stack.of(this).region}-${number}`,
        PhoneNumber: phoneNumber,
        Targets: targets.map(({ sipMediaApplicationId, region }) => ({
          SipMediaApplicationId: sipMediaApplicationId,
          AwsRegion: region,
        })),
      });
    }
  }
}
