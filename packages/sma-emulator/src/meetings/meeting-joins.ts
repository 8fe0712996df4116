import type { Attendee } from "./meeting.ts";

export interface JoinRequest {
  /** Only a meeting that the API of Amazon Chime made is joined without it. */
  readonly meetingId: string | undefined;
  readonly joinToken: string;
  /** Told once when the meeting is over or the attendee was deleted while still in it. */
  readonly onEnded?: () => void;
}

/** A participant in a meeting. */
export interface Seat {
  readonly meetingId: string;
  readonly attendee: Attendee;
  /** Leaves the meeting; a second time does nothing. */
  leave(): void;
}

/** The way into a meeting: what JoinChimeMeeting and a meeting client use. */
export interface MeetingJoins {
  /**
   * Takes the attendee's seat, or answers `undefined` when the token opens no such meeting: the PSTN Audio
   * service then says "JoinToken parameter value is invalid."
   */
  join(request: JoinRequest): Seat | undefined;
}
