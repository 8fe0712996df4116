import type { DestinationOf } from "@skill-call/call-routing";
import { joinChimeMeeting } from "@skill-call/pstn-audio";
import { callerLeg } from "../call/legs.ts";
import { isMeetingsError, LateMeetingError, OutOfTimeError } from "../errors.ts";
import type { Attendee } from "../ports.ts";
import { meetingMs } from "../time/budgets.ts";
import type { Attempt, Connection } from "./attempt.ts";
import { meetingRequest } from "./meeting-request.ts";
import { abandonMeeting } from "./tidy-up-meeting.ts";

/** Case 3: a meeting of the caller's own. Its attendee's name is the context ID: who comes in can load the context. */
export async function joinMeeting(
  destination: DestinationOf<"meeting">,
  attempt: Attempt,
): Promise<Connection> {
  const { event } = attempt.invocation;
  const { meetingId, attendeeId, joinToken } = await openMeeting(destination, attempt);
  return {
    action: joinChimeMeeting({ joinToken, meetingId, ...callerLeg(event) }),
    meeting: { meetingId, attendeeId },
  };
}

type SeatInMeeting = Attendee & { readonly meetingId: string };

async function openMeeting(
  destination: DestinationOf<"meeting">,
  attempt: Attempt,
): Promise<SeatInMeeting> {
  const { invocation, position } = attempt;
  const { meetings } = invocation.ports;
  const { transactionId } = invocation.event;
  const meeting = meetingRequest(destination, { transactionId, position });
  let meetingId: string | undefined;
  try {
    return await invocation.deadline.within(meetingMs, async (signal) => {
      meetingId = await meetings.createMeeting(meeting, signal);
      const externalUserId = externalUserIdFor(attempt);
      const attendee = await meetings.createAttendee({ meetingId, externalUserId }, signal);
      return { ...attendee, meetingId };
    });
  } catch (error) {
    if (meetingId === undefined)
      throw mayStillOpen(error) ? new LateMeetingError({ cause: error }) : error;
    await abandonMeeting({ meetingId }, invocation);
    throw error;
  }
}

/** Whether the request may be carried out although nobody waits for it any more; one that was refused is not. */
function mayStillOpen(error: unknown): boolean {
  return error instanceof OutOfTimeError || (isMeetingsError(error) && !error.wasRefused);
}

/** ExternalUserId takes 2–64 characters. */
function externalUserIdFor({ state, invocation }: Attempt): string {
  const { contextId = "" } = state;
  const fits = contextId.length >= 2 && contextId.length <= 64;
  return fits ? contextId : invocation.event.transactionId;
}
