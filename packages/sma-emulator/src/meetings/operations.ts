import type { Attendee, Meeting } from "./meeting.ts";
import type { MeetingRegistry } from "./meeting-registry.ts";
import {
  createAttendeeRequest,
  createMeetingRequest,
  createMeetingWithAttendeesRequest,
  readRequest,
} from "./request-fields.ts";

export type MeetingsOperation =
  | "CreateMeeting"
  | "CreateMeetingWithAttendees"
  | "GetMeeting"
  | "DeleteMeeting"
  | "CreateAttendee"
  | "GetAttendee"
  | "ListAttendees"
  | "DeleteAttendee";

export interface OperationRequest {
  /** From the path; empty where the path has none. */
  readonly meetingId: string;
  readonly attendeeId: string;
  readonly body: unknown;
}

/** Answers the body, or `undefined` where the API answers 204. */
type Operation = (request: OperationRequest) => object | undefined;

/** What each operation does and answers; throws {MeetingsApiError} where the API says no. */
export function operationsOn(registry: MeetingRegistry): Record<MeetingsOperation, Operation> {
  return {
    CreateMeeting: ({ body }) => ({
      Meeting: meetingShape(registry.createMeeting(readRequest(createMeetingRequest, body))),
    }),
    CreateMeetingWithAttendees: ({ body }) => {
      const request = readRequest(createMeetingWithAttendeesRequest, body);
      const meeting = registry.createMeeting(request);
      const attendees = request.Attendees.map((each) =>
        registry.createAttendee(meeting.meetingId, each),
      );
      return {
        Meeting: meetingShape(meeting),
        Attendees: attendees.map(attendeeShape),
        Errors: [],
      };
    },
    GetMeeting: ({ meetingId }) => ({ Meeting: meetingShape(registry.meeting(meetingId)) }),
    DeleteMeeting: ({ meetingId }) => {
      registry.deleteMeeting(meetingId);
      return undefined;
    },
    CreateAttendee: ({ meetingId, body }) => {
      const request = readRequest(createAttendeeRequest, body);
      return { Attendee: attendeeShape(registry.createAttendee(meetingId, request)) };
    },
    GetAttendee: ({ meetingId, attendeeId }) => ({
      Attendee: attendeeShape(registry.attendee(meetingId, attendeeId)),
    }),
    ListAttendees: ({ meetingId }) => ({
      Attendees: registry.attendees(meetingId).map(attendeeShape),
    }),
    DeleteAttendee: ({ meetingId, attendeeId }) => {
      registry.deleteAttendee(meetingId, attendeeId);
      return undefined;
    },
  };
}

/** A meeting in the API's own shape (API reference, Meeting). */
function meetingShape(meeting: Meeting) {
  const { meetingId, externalMeetingId, mediaRegion } = meeting;
  return {
    MeetingId: meetingId,
    MeetingArn: `arn:aws:chime::123456789012:meeting/${meetingId}`,
    ExternalMeetingId: externalMeetingId,
    MediaRegion: mediaRegion,
    MediaPlacement: mediaPlacement(meetingId),
  };
}

/** Hosts that do not exist (RFC 2606): there is no media here, and nobody shall reach somebody else's. */
function mediaPlacement(meetingId: string) {
  const host = "meetings.invalid";
  return {
    AudioHostUrl: `${host}:3478`,
    AudioFallbackUrl: `wss://${host}/calls/${meetingId}`,
    SignalingUrl: `wss://${host}/control/${meetingId}`,
    TurnControlUrl: `https://${host}/v2/turn_sessions`,
    EventIngestionUrl: `https://${host}/v1/client-events`,
  };
}

/** An attendee in the API's own shape (API reference, Attendee). */
function attendeeShape(attendee: Attendee) {
  return {
    ExternalUserId: attendee.externalUserId,
    AttendeeId: attendee.attendeeId,
    JoinToken: attendee.joinToken,
    Capabilities: attendee.capabilities,
  };
}
