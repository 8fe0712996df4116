import type { CallContext, CallContextStore } from "@skill-call/call-context";
import type { ServiceAuth } from "@skill-call/call-routing";
import type { Clock } from "@skill-call/lambda-config";
import type { Annotate, Log, Measure } from "@skill-call/telemetry";
import type { Metric } from "./metrics/metric.ts";

/** Everything that is not this process. */
export interface Ports {
  readonly store: Pick<CallContextStore, "claim" | "get" | "advance">;
  readonly meetings: Meetings;
  readonly pickNumber: PickNumber;
  readonly clock: Clock;
  readonly log: Log;
  readonly measure: Measure<Metric>;
  readonly annotate: Annotate;
}

export interface PickNumberRequest {
  readonly url: string;
  /** How the service knows who asks. */
  readonly auth?: ServiceAuth | undefined;
  /** Absent for a call without a context. */
  readonly context: CallContext | undefined;
  /** The same for every delivery of one event, so that the service may count it once. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

/**
 * Has a destination service pick the phone number that serves a caller best; answers it as the service wrote it.
 * @throws {DestinationServiceError} when it picks none
 */
export type PickNumber = (request: PickNumberRequest) => Promise<string>;

export interface NewMeeting {
  /** ClientRequestToken: a repeated request answers the same meeting. */
  readonly token: string;
  readonly externalMeetingId: string;
  readonly mediaRegion: string;
}

export interface NewAttendee {
  readonly meetingId: string;
  /** A repeated request with the same one answers the same attendee (API reference: "An idempotency token"). */
  readonly externalUserId: string;
}

export interface Attendee {
  readonly attendeeId: string;
  /** Opens the meeting to anyone who has it: never logged. */
  readonly joinToken: string;
}

/**
 * The meetings API.
 * @throws {MeetingsError} when it refuses or cannot be reached
 */
export interface Meetings {
  /** Answers the meeting ID. */
  createMeeting(meeting: NewMeeting, signal: AbortSignal): Promise<string>;
  createAttendee(attendee: NewAttendee, signal: AbortSignal): Promise<Attendee>;
  deleteMeeting(meetingId: string, signal: AbortSignal): Promise<void>;
  deleteAttendee(
    attendee: { readonly meetingId: string; readonly attendeeId: string },
    signal: AbortSignal,
  ): Promise<void>;
}
