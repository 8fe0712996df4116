import {
  eitherLeg,
  invalidLeg,
  type LegParameters,
  legParameters,
  type OnLeg,
} from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { invalid, warning } from "../rules/finding.ts";
import { isAbsent, optional, type ParameterRule, required } from "../rules/parameter-rules.ts";
import { anyText, oneOf } from "../rules/value-rules.ts";

/** Joins the caller to a meeting. Not on a bridged call. */
export interface JoinChimeMeetingAction {
  readonly Type: "JoinChimeMeeting";
  readonly Parameters: LegParameters<"LEG-A"> & {
    readonly JoinToken: string;
    readonly MeetingId: string;
  };
}

/** Only meetings of the old `chime` namespace, which an answer does not tell apart, go without. */
const meetingId: ParameterRule = (value, field) =>
  isAbsent(value)
    ? [warning(field, "Meetings of the Chime SDK Meetings namespace cannot be joined without it.")]
    : optional(anyText)(value, field);

export const joinChimeMeetingRules: ActionRules<JoinChimeMeetingAction> = {
  parameters: {
    JoinToken: required(anyText, invalid("JoinToken parameter value is invalid.")),
    MeetingId: meetingId,
    CallId: eitherLeg.CallId,
    ParticipantTag: optional(oneOf("LEG-A"), invalidLeg),
  },
};

export type JoinChimeMeetingOptions = OnLeg<"LEG-A"> & {
  /** Of the attendee that the caller becomes. */
  readonly joinToken: string;
  readonly meetingId: string;
};

/**
 * Lets the caller join a meeting of the Amazon Chime SDK, as the attendee that was created for them.
 * @throws {ActionParameterError} when the service would refuse it
 * @example joinChimeMeeting({ participantTag: "LEG-A", meetingId: "meeting-1", joinToken: "token" })
 */
export function joinChimeMeeting(options: JoinChimeMeetingOptions): JoinChimeMeetingAction {
  const Parameters = {
    JoinToken: options.joinToken,
    MeetingId: options.meetingId,
    ...legParameters(options),
  };
  return accepted({ Type: "JoinChimeMeeting", Parameters }, joinChimeMeetingRules);
}
