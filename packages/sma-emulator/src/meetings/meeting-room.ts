import type { Clock } from "@skill-call/emulation";
import type { Attendee, AttendeeCapabilities, Meeting } from "./meeting.ts";
import { type MeetingEvent, type MeetingEventType, meetingEvent } from "./meeting-event.ts";
import type { Seat } from "./meeting-joins.ts";

/** A meeting with nobody in it ends after five minutes, any meeting after a day (developer guide, "Meetings"). */
const emptyMeetingMs = 5 * 60_000;
const longestMeetingMs = 24 * 60 * 60_000;

const everything: AttendeeCapabilities = {
  Audio: "SendReceive",
  Video: "SendReceive",
  Content: "SendReceive",
};

export interface MeetingRoomPorts {
  readonly clock: Clock;
  /** A fresh UUID. */
  readonly newId: () => string;
  readonly publish: (event: MeetingEvent) => void;
  /** Told once when the meeting is over. */
  readonly onEnded: () => void;
}

interface TakenSeat {
  readonly attendee: Attendee;
  readonly onEnded: (() => void) | undefined;
}

/** One meeting while it lives: its attendees, who is in it, and when it ends. */
export class MeetingRoom {
  readonly meeting: Meeting;
  readonly #ports: MeetingRoomPorts;
  readonly #attendees = new Map<string, Attendee>();
  readonly #taken = new Set<TakenSeat>();
  readonly #cancelLongest: () => void;
  #cancelEmpty: () => void;
  #over = false;

  constructor(meeting: Meeting, ports: MeetingRoomPorts) {
    this.meeting = meeting;
    this.#ports = ports;
    this.#cancelLongest = ports.clock.after(longestMeetingMs, () => this.end());
    this.#cancelEmpty = ports.clock.after(emptyMeetingMs, () => this.end());
    this.#tell("chime:MeetingStarted");
  }

  /** Answers the attendee who already has this ExternalUserId, or adds one. */
  addAttendee(externalUserId: string, capabilities = everything): Attendee {
    const known = this.attendees().find((attendee) => attendee.externalUserId === externalUserId);
    if (known) return known;
    const attendeeId = this.#ports.newId();
    const attendee: Attendee = {
      attendeeId,
      externalUserId,
      joinToken: joinToken(attendeeId, this.#ports.newId()),
      capabilities,
    };
    this.#attendees.set(attendeeId, attendee);
    this.#tell("chime:AttendeeAdded", attendee);
    return attendee;
  }

  attendee(attendeeId: string): Attendee | undefined {
    return this.#attendees.get(attendeeId);
  }

  attendees(): readonly Attendee[] {
    return [...this.#attendees.values()];
  }

  /** Takes the attendee out, also when they sit in the meeting; their token opens nothing any more. */
  deleteAttendee(attendee: Attendee): void {
    this.#attendees.delete(attendee.attendeeId);
    this.#tell("chime:AttendeeDeleted", attendee);
    for (const seat of this.#seatsOf(attendee)) {
      this.#vacate(seat);
      seat.onEnded?.();
    }
  }

  join(token: string, onEnded?: () => void): Seat | undefined {
    const attendee = this.attendees().find(({ joinToken }) => joinToken === token);
    if (!attendee) return undefined;
    this.#cancelEmpty();
    const seat: TakenSeat = { attendee, onEnded };
    this.#taken.add(seat);
    this.#tell("chime:AttendeeJoined", attendee);
    return { meetingId: this.meeting.meetingId, attendee, leave: () => this.#vacate(seat) };
  }

  /** Ends the meeting for everybody in it; a second time does nothing. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#cancelLongest();
    this.#cancelEmpty();
    const seats = [...this.#taken];
    this.#taken.clear();
    this.#tell("chime:MeetingEnded");
    this.#ports.onEnded();
    for (const seat of seats) seat.onEnded?.();
  }

  #seatsOf(attendee: Attendee): readonly TakenSeat[] {
    return [...this.#taken].filter((seat) => seat.attendee.attendeeId === attendee.attendeeId);
  }

  #vacate(seat: TakenSeat): void {
    if (!this.#taken.delete(seat)) return;
    this.#tell("chime:AttendeeLeft", seat.attendee);
    if (this.#taken.size === 0) {
      this.#cancelEmpty = this.#ports.clock.after(emptyMeetingMs, () => this.end());
    }
  }

  #tell(eventType: MeetingEventType, attendee?: Attendee): void {
    const timestamp = this.#ports.clock.now();
    const facts = { eventType, timestamp, meeting: this.meeting };
    this.#ports.publish(meetingEvent(attendee ? { ...facts, attendee } : facts));
  }
}

/** Base64 without padding, as the service's tokens are (API reference, Attendee: `[a-zA-Z0-9+/]+`). */
function joinToken(attendeeId: string, secret: string): string {
  return Buffer.from(`${attendeeId}:${secret}`).toString("base64").replaceAll("=", "");
}
