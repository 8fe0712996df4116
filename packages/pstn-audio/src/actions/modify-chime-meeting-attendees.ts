import { callIdOnly } from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { required } from "../rules/parameter-rules.ts";
import { anyText, listOfTexts, oneOf } from "../rules/value-rules.ts";

/** Mutes attendees of the meeting that a leg is in, or unmutes them (guide, "ModifyChimeMeetingAttendees"). */
export interface ModifyChimeMeetingAttendeesAction {
  readonly Type: "ModifyChimeMeetingAttendees";
  readonly Parameters: {
    readonly Operation: AttendeesOperation;
    readonly MeetingId: string;
    readonly CallId: string;
    readonly AttendeeList: readonly string[];
  };
}

export type AttendeesOperation = "Mute" | "Unmute";

export const modifyChimeMeetingAttendeesRules: ActionRules<ModifyChimeMeetingAttendeesAction> = {
  parameters: {
    ...callIdOnly,
    Operation: required(oneOf("Mute", "Unmute")),
    MeetingId: required(anyText),
    AttendeeList: required(listOfTexts),
  },
};

export interface ModifyChimeMeetingAttendeesOptions {
  readonly callId: string;
  readonly operation: AttendeesOperation;
  readonly meetingId: string;
  /** Attendee IDs. */
  readonly attendeeList: readonly string[];
}

/**
 * Mutes or unmutes attendees of a meeting.
 * @throws {ActionParameterError} when the service would refuse it
 * @example modifyChimeMeetingAttendees({ callId: "call-a", operation: "Mute", meetingId: "m-1", attendeeList: ["a-1"] })
 */
export function modifyChimeMeetingAttendees(
  options: ModifyChimeMeetingAttendeesOptions,
): ModifyChimeMeetingAttendeesAction {
  const Parameters = {
    Operation: options.operation,
    MeetingId: options.meetingId,
    CallId: options.callId,
    AttendeeList: options.attendeeList,
  };
  return accepted(
    { Type: "ModifyChimeMeetingAttendees", Parameters },
    modifyChimeMeetingAttendeesRules,
  );
}
