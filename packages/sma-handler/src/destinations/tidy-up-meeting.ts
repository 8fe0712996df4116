import { errorFacts } from "@skill-call/telemetry";
import type { MeetingPlace } from "../call/call-state.ts";
import type { Invocation } from "../invocation.ts";
import type { NewMeeting } from "../ports.ts";
import { tidyUpMs } from "../time/budgets.ts";

/** Ends a meeting that its caller never got into: nobody can be served there. Failure is only logged. */
export function abandonMeeting(
  { meetingId }: Pick<MeetingPlace, "meetingId">,
  invocation: Invocation,
): Promise<void> {
  return tidyUp("DeleteMeeting", invocation, (signal) =>
    invocation.ports.meetings.deleteMeeting(meetingId, signal),
  );
}

/** Ends a meeting that may have been made without our knowing: asked for again, it is the same one. */
export function abandonMeetingAgain(meeting: NewMeeting, invocation: Invocation): Promise<void> {
  const { meetings } = invocation.ports;
  return tidyUp("DeleteMeeting", invocation, async (signal) =>
    meetings.deleteMeeting(await meetings.createMeeting(meeting, signal), signal),
  );
}

/**
 * Takes the caller's place, and with it the join token, out of a meeting that has served. The meeting itself
 * stays: an agent may still be in it. The service ends it when it has been empty for five minutes.
 */
export function leaveMeeting(place: MeetingPlace, invocation: Invocation): Promise<void> {
  return tidyUp("DeleteAttendee", invocation, (signal) =>
    invocation.ports.meetings.deleteAttendee(place, signal),
  );
}

/** One request of the tidying up; `undefined` where it fails, and that is logged. */
export async function tidyUp<T>(
  operation: string,
  { event, ports, deadline }: Invocation,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await deadline.within(tidyUpMs, request);
  } catch (error) {
    const { transactionId } = event;
    ports.log("warn", "meeting.not-tidied-up", { transactionId, operation, ...errorFacts(error) });
    return undefined;
  }
}
