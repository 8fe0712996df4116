import { hashContextId } from "@skill-call/call-context";
import type { DestinationOf } from "@skill-call/call-routing";
import { joinChimeMeeting } from "@skill-call/pstn-audio";
import { callerLeg } from "../call/legs.ts";
import { LateMeetingError } from "../errors.ts";
import type { Attendee } from "../ports.ts";
import { meetingMs } from "../time/budgets.ts";
import type { Attempt, Connection } from "./attempt.ts";
import { meetingRequest } from "./meeting-request.ts";
import { abandonMeeting } from "./tidy-up-meeting.ts";

/** Case 3: a meeting of the caller's own. Nothing that its clients see opens the context: docs/decisions/0029. */
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
    if (meetingId !== undefined) await abandonMeeting({ meetingId }, invocation);
    // Late in any case: what made it may do so again, where the event was delivered twice.
    throw new LateMeetingError({ cause: error });
  }
}

/** Every client in the meeting sees it: the context ID's hash, as logs have it, and no more. */
function externalUserIdFor({ state, invocation }: Attempt): string {
  const { contextId } = state;
  return contextId === undefined ? invocation.event.transactionId : hashContextId(contextId);
}
