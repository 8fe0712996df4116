import {
  type ChimeSDKVoiceClient,
  paginateListSipRules,
  type SipRule,
  UpdateSipRuleCommand,
} from "@aws-sdk/client-chime-sdk-voice";
import { CommandError } from "@skill-call/terminal";
import type { Step } from "./plan.ts";

export interface SipRulesOptions {
  /** E.164. */
  readonly phoneNumbers: readonly string[];
  readonly disabled: boolean;
}

/**
 * What disables the SIP rules of numbers, or enables them again: who rings a number whose rule is disabled is not answered.
 * @throws {CommandError} where a number has no rule
 */
export async function switchSipRules(
  client: ChimeSDKVoiceClient,
  { phoneNumbers, disabled }: SipRulesOptions,
): Promise<readonly Step[]> {
  const rules = await sipRules(client);
  const found = phoneNumbers.map((number) => ruleOf(rules, number));
  return found
    .filter(({ Disabled = false }) => Disabled !== disabled)
    .map(({ SipRuleId, Name, TriggerValue, TargetApplications }) => ({
      what: `the SIP rule ${Name} (${TriggerValue}) is ${disabled ? "disabled" : "enabled"}`,
      carryOut: async () => {
        const input = { SipRuleId, Name, TargetApplications, Disabled: disabled };
        await client.send(new UpdateSipRuleCommand(input));
      },
    }));
}

async function sipRules(client: ChimeSDKVoiceClient): Promise<readonly SipRule[]> {
  const found: SipRule[] = [];
  for await (const { SipRules = [] } of paginateListSipRules({ client }, {}))
    found.push(...SipRules);
  return found;
}

function ruleOf(rules: readonly SipRule[], number: string): SipRule {
  const rule = rules.find(({ TriggerValue }) => TriggerValue === number);
  if (rule) return rule;
  const others = rules.flatMap(({ TriggerValue = "" }) => TriggerValue).join(", ") || "none";
  throw new CommandError(`No SIP rule answers ${number}; there are rules of ${others}.`);
}
