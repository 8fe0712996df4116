import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  NotFoundException,
} from "@aws-sdk/client-chime-sdk-meetings";
import { MeetingsError } from "../errors.ts";
import type { Meetings } from "../ports.ts";

export function meetingsClient(): ChimeSDKMeetingsClient {
  return new ChimeSDKMeetingsClient({ maxAttempts: 2 });
}

/** The meetings API of the Amazon Chime SDK. */
export function chimeMeetings(client: ChimeSDKMeetingsClient): Meetings {
  return {
    createMeeting: (meeting, abortSignal) =>
      named("CreateMeeting", async () => {
        const command = new CreateMeetingCommand({
          ClientRequestToken: meeting.token,
          ExternalMeetingId: meeting.externalMeetingId,
          MediaRegion: meeting.mediaRegion,
        });
        const { Meeting } = await client.send(command, { abortSignal });
        return present(Meeting?.MeetingId);
      }),
    createAttendee: ({ meetingId, externalUserId }, abortSignal) =>
      named("CreateAttendee", async () => {
        const command = new CreateAttendeeCommand({
          MeetingId: meetingId,
          ExternalUserId: externalUserId,
        });
        const { Attendee } = await client.send(command, { abortSignal });
        return {
          attendeeId: present(Attendee?.AttendeeId),
          joinToken: present(Attendee?.JoinToken),
        };
      }),
    deleteMeeting: (meetingId, abortSignal) =>
      named("DeleteMeeting", async () => {
        const command = new DeleteMeetingCommand({ MeetingId: meetingId });
        await client.send(command, { abortSignal }).catch(ifNotGone);
      }),
    deleteAttendee: ({ meetingId, attendeeId }, abortSignal) =>
      named("DeleteAttendee", async () => {
        const command = new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: attendeeId });
        await client.send(command, { abortSignal }).catch(ifNotGone);
      }),
  };
}

async function named<T>(operation: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (cause) {
    throw new MeetingsError(operation, { cause });
  }
}

/** The SDK types every field of an answer as optional. */
function present(value: string | undefined): string {
  if (value === undefined) throw new TypeError("The answer misses a field");
  return value;
}

/** What is to go may have gone already: the service ends empty meetings. */
function ifNotGone(error: unknown): void {
  if (!(error instanceof NotFoundException)) throw error;
}
