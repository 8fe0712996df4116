import type { Attendee, Meeting } from "./meeting.ts";

/** A meeting in the API's own shape (API reference, Meeting). */
export function meetingShape(meeting: Meeting) {
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
export function attendeeShape(attendee: Attendee) {
  return {
    ExternalUserId: attendee.externalUserId,
    AttendeeId: attendee.attendeeId,
    JoinToken: attendee.joinToken,
    Capabilities: attendee.capabilities,
  };
}
