import { findLeg } from "../events/find-leg.ts";
import { sipHeader } from "../events/sip-header.ts";
import type { CallKnowledge, TogetherRule } from "../rules/action-rules.ts";
import { invalid, refusal } from "../rules/finding.ts";
import { e164Number } from "../rules/value-rules.ts";

const notOurs = invalid(
  "Invalid caller ID number provided. Number must be owned by this AWS account, or be the From number of LEG-A.",
);

/** CallerIdNumber is provisioned in the account or is LEG-A's From; checked where the account's numbers are known. */
export const callerIdIsOurs: TogetherRule = ({ CallerIdNumber }, known) => {
  const allowed = allowedCallerIds(known);
  if (allowed === undefined || e164Number(CallerIdNumber) !== undefined) return [];
  if (allowed.some((number) => number === CallerIdNumber)) return [];
  return [refusal(notOurs, "CallerIdNumber", "is neither the account's nor LEG-A's From number")];
};

function allowedCallerIds({ ownedNumbers, legs }: CallKnowledge): readonly string[] | undefined {
  if (ownedNumbers === undefined) return undefined;
  const caller = legs && findLeg({ legs }, "LEG-A");
  // The From number of a skill call is the device owner's; the service does not lend it out.
  const lendsItsNumber = caller && sipHeader(caller.headers, "X-Alexa-LWA-ClientId") === undefined;
  return lendsItsNumber ? [...ownedNumbers, caller.from] : ownedNumbers;
}
