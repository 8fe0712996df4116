/** A meeting as the API shows it, without what only the media service would know. */
export interface Meeting {
  readonly meetingId: string;
  readonly externalMeetingId: string;
  readonly mediaRegion: string;
  /** Made by the API of Amazon Chime as it was: it is joined by the token alone. */
  readonly ofChime: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export interface AttendeeCapabilities {
  readonly Audio: string;
  readonly Video: string;
  readonly Content: string;
}

export interface Attendee {
  readonly attendeeId: string;
  readonly externalUserId: string;
  readonly joinToken: string;
  readonly capabilities: AttendeeCapabilities;
}
