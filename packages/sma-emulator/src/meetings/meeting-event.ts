import type { Attendee, Meeting } from "./meeting.ts";

export type MeetingEventType =
  | "chime:MeetingStarted"
  | "chime:MeetingEnded"
  | "chime:AttendeeAdded"
  | "chime:AttendeeDeleted"
  | "chime:AttendeeJoined"
  | "chime:AttendeeLeft";

/** The detail of a "Chime Meeting State Change" event, as EventBridge hands it to the account's own systems. */
export interface MeetingEvent {
  readonly version: "0";
  readonly eventType: MeetingEventType;
  /** Epoch milliseconds. */
  readonly timestamp: number;
  readonly meetingId: string;
  readonly externalMeetingId: string;
  readonly mediaRegion: string;
  readonly attendeeId?: string;
  readonly externalUserId?: string;
}

export interface MeetingEventFacts {
  readonly eventType: MeetingEventType;
  readonly timestamp: number;
  readonly meeting: Meeting;
  readonly attendee?: Attendee;
}

export function meetingEvent(facts: MeetingEventFacts): MeetingEvent {
  const { meeting, attendee } = facts;
  return {
    version: "0",
    eventType: facts.eventType,
    timestamp: facts.timestamp,
    meetingId: meeting.meetingId,
    externalMeetingId: meeting.externalMeetingId,
    mediaRegion: meeting.mediaRegion,
    ...(attendee && {
      attendeeId: attendee.attendeeId,
      externalUserId: attendee.externalUserId,
    }),
  };
}
