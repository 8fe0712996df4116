import type { Clock } from "@skill-call/emulation";
import { MeetingsApiError } from "./api-error.ts";
import type { Attendee, Meeting } from "./meeting.ts";
import type { MeetingEvent } from "./meeting-event.ts";
import type { JoinRequest, MeetingJoins, Seat } from "./meeting-joins.ts";
import { MeetingRoom } from "./meeting-room.ts";
import type { CreateAttendeeRequest, CreateMeetingRequest } from "./request-fields.ts";

export interface MeetingRegistryPorts {
  readonly clock: Clock;
  /** A fresh UUID. */
  readonly newId: () => string;
  readonly publish: (event: MeetingEvent) => void;
}

/** Every meeting that lives. */
export class MeetingRegistry implements MeetingJoins {
  readonly #ports: MeetingRegistryPorts;
  readonly #rooms = new Map<string, MeetingRoom>();
  /** ClientRequestToken → MeetingId, as long as the meeting lives. */
  readonly #requests = new Map<string, string>();

  constructor(ports: MeetingRegistryPorts) {
    this.#ports = ports;
  }

  /** Answers the meeting that this ClientRequestToken made already, or makes one. */
  createMeeting(request: CreateMeetingRequest): Meeting {
    const token = request.ClientRequestToken;
    const made = token === undefined ? undefined : this.#requests.get(token);
    if (made !== undefined) return this.meeting(made);
    const meeting: Meeting = {
      meetingId: this.#ports.newId(),
      externalMeetingId: request.ExternalMeetingId,
      mediaRegion: request.MediaRegion,
      ofChime: request.OfChime ?? false,
      createdAt: this.#ports.clock.now(),
    };
    if (token !== undefined) this.#requests.set(token, meeting.meetingId);
    this.#open(meeting, token);
    return meeting;
  }

  #open(meeting: Meeting, token: string | undefined): void {
    const onEnded = () => {
      this.#rooms.delete(meeting.meetingId);
      if (token !== undefined) this.#requests.delete(token);
    };
    this.#rooms.set(meeting.meetingId, new MeetingRoom(meeting, { ...this.#ports, onEnded }));
  }

  /** @throws {MeetingsApiError} NotFoundException */
  meeting(meetingId: string): Meeting {
    return this.#room(meetingId).meeting;
  }

  /** @throws {MeetingsApiError} NotFoundException */
  deleteMeeting(meetingId: string): void {
    this.#room(meetingId).end();
  }

  /** @throws {MeetingsApiError} NotFoundException */
  createAttendee(meetingId: string, request: CreateAttendeeRequest): Attendee {
    return this.#room(meetingId).addAttendee(request.ExternalUserId, request.Capabilities);
  }

  /** @throws {MeetingsApiError} NotFoundException */
  attendees(meetingId: string): readonly Attendee[] {
    return this.#room(meetingId).attendees();
  }

  /** @throws {MeetingsApiError} NotFoundException */
  attendee(meetingId: string, attendeeId: string): Attendee {
    const attendee = this.#room(meetingId).attendee(attendeeId);
    if (!attendee) throw new MeetingsApiError("NotFoundException", "The attendee was not found.");
    return attendee;
  }

  /** @throws {MeetingsApiError} NotFoundException */
  deleteAttendee(meetingId: string, attendeeId: string): void {
    this.#room(meetingId).deleteAttendee(this.attendee(meetingId, attendeeId));
  }

  join({ meetingId, joinToken, onEnded }: JoinRequest): Seat | undefined {
    if (meetingId !== undefined) return this.#rooms.get(meetingId)?.join(joinToken, onEnded);
    const rooms = [...this.#rooms.values()].filter(({ meeting }) => meeting.ofChime);
    return rooms.map((room) => room.join(joinToken, onEnded)).find((seat) => seat !== undefined);
  }

  /** How many meetings live. */
  get size(): number {
    return this.#rooms.size;
  }

  /** Ends every meeting, and with it every timer. */
  endAll(): void {
    for (const room of [...this.#rooms.values()]) room.end();
  }

  #room(meetingId: string): MeetingRoom {
    const room = this.#rooms.get(meetingId);
    if (!room) throw new MeetingsApiError("NotFoundException", "The meeting was not found.");
    return room;
  }
}
