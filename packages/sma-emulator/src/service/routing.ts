import type { Invite } from "@skill-call/emulation";
import type { Configuration, SipMediaApplication, SipRule } from "./configuration.ts";

/** Where an inbound call goes, or why it goes nowhere. */
export type Route =
  | {
      readonly type: "routed";
      readonly sipRuleId: string;
      /** In the order they are tried in; at least one. */
      readonly applications: readonly SipMediaApplication[];
    }
  | { readonly type: "refused"; readonly sipCode: number; readonly reason: string };

/** Finds the SIP media applications for a call: number, SIP rule, targets in priority order, allowed skill. */
export function routeInvite(configuration: Configuration, invite: Invite): Route {
  const number = configuration.numbers.find((each) => each.number === invite.to);
  if (!number) return refused(404, "The number is not one of the account's.");
  if (number.productType !== "SipMediaApplicationDialIn") {
    return refused(404, `The number's product type is ${number.productType}.`);
  }
  const rule = configuration.sipRules.find((each) => each.toPhoneNumber === invite.to);
  if (!rule || rule.disabled) return refused(404, "No enabled SIP rule has this number.");
  const applications = applicationsOf(configuration, rule);
  if (applications.length === 0) return refused(404, "The SIP rule names no application.");
  return allowingSkill(rule.id, applications, invite.skillClientId);
}

function applicationsOf(
  { sipMediaApplications }: Configuration,
  rule: SipRule,
): readonly SipMediaApplication[] {
  return [...rule.targets]
    .sort((a, b) => a.priority - b.priority)
    .flatMap(({ sipMediaApplicationId }) =>
      sipMediaApplications.filter(({ id }) => id === sipMediaApplicationId),
    );
}

/** A skill call reaches only applications that allow the skill; Alexa then says that the contact is not available. */
function allowingSkill(
  sipRuleId: string,
  applications: readonly SipMediaApplication[],
  skill: string | undefined,
): Route {
  const allowing =
    skill === undefined
      ? applications
      : applications.filter(({ allowedSkills }) => allowedSkills?.includes(skill));
  return allowing.length > 0
    ? { type: "routed", sipRuleId, applications: allowing }
    : refused(403, "The SIP media application does not allow calls from this skill.");
}

function refused(sipCode: number, reason: string): Route {
  return { type: "refused", sipCode, reason };
}
