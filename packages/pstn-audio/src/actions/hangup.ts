import { defined } from "../defined.ts";
import {
  eitherLeg,
  type LegParameters,
  legParameters,
  type OnLeg,
} from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { warning } from "../rules/finding.ts";
import { optional, type ParameterRule } from "../rules/parameter-rules.ts";
import { oneOf } from "../rules/value-rules.ts";

/** Ends a leg; as the answer to NEW_INBOUND_CALL it refuses the call, which then is neither answered nor billed. */
export interface HangupAction {
  readonly Type: "Hangup";
  readonly Parameters: LegParameters & { readonly SipResponseCode?: HangupCode };
}

/** "0" normal, "480" unavailable, "486" busy. A string here, a number in the HANGUP event. */
export type HangupCode = "0" | "480" | "486";

/** Amazon's samples send `ParticipantTag: ""`, and the log of one shows that the leg is hung up. */
const tagOrNone: ParameterRule = (value, field) =>
  value === ""
    ? [warning(field, "Neither LEG-A nor LEG-B; the service reads an empty one as none.")]
    : eitherLeg.ParticipantTag(value, field);

export const hangupRules: ActionRules<HangupAction> = {
  parameters: {
    ...eitherLeg,
    ParticipantTag: tagOrNone,
    SipResponseCode: optional(oneOf("0", "480", "486")),
  },
};

export type HangupOptions = OnLeg & { readonly sipResponseCode?: HangupCode };

/**
 * Ends a leg, with the SIP response that whoever is on it gets where the call was not answered yet.
 * @throws {ActionParameterError} when the service would refuse it
 * @example hangup({ participantTag: "LEG-A", sipResponseCode: "486" })
 */
export function hangup(options: HangupOptions = {}): HangupAction {
  const Parameters = {
    ...legParameters(options),
    ...defined({ SipResponseCode: options.sipResponseCode }),
  };
  return accepted({ Type: "Hangup", Parameters }, hangupRules);
}
