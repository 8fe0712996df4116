import type { Meetings, NewAttendee, NewMeeting } from "../../src/ports.ts";

/** A meetings API in memory, as idempotent as the real one. */
export class FakeMeetings implements Meetings {
  /** The requests seen, such as `CreateMeeting m-1`. */
  readonly requests: string[] = [];
  readonly #byToken = new Map<string, string>();
  readonly #attendees = new Map<string, string>();
  readonly made: NewMeeting[] = [];
  readonly invited: NewAttendee[] = [];

  /** The meetings that were not deleted. */
  get open(): readonly string[] {
    return [...this.#byToken.values()];
  }

  async createMeeting(meeting: NewMeeting): Promise<string> {
    const meetingId = this.#byToken.get(meeting.token) ?? `m-${this.made.length + 1}`;
    if (!this.#byToken.has(meeting.token)) this.made.push(meeting);
    this.#byToken.set(meeting.token, meetingId);
    this.requests.push(`CreateMeeting ${meetingId}`);
    return meetingId;
  }

  async createAttendee(attendee: NewAttendee) {
    const name = `${attendee.meetingId}/${attendee.externalUserId}`;
    const attendeeId = this.#attendees.get(name) ?? `a-${this.invited.length + 1}`;
    if (!this.#attendees.has(name)) this.invited.push(attendee);
    this.#attendees.set(name, attendeeId);
    this.requests.push(`CreateAttendee ${attendeeId}`);
    return { attendeeId, joinToken: `token-of-${attendeeId}` };
  }

  async deleteMeeting(meetingId: string): Promise<void> {
    this.requests.push(`DeleteMeeting ${meetingId}`);
    for (const [token, made] of this.#byToken) {
      if (made === meetingId) this.#byToken.delete(token);
    }
  }

  async deleteAttendee({ attendeeId }: { readonly attendeeId: string }): Promise<void> {
    this.requests.push(`DeleteAttendee ${attendeeId}`);
  }
}
