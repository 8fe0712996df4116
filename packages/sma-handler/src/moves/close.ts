import { writeLastStatus } from "../call/write-status.ts";
import { endLostMeetings } from "../destinations/lost-meetings.ts";
import { abandonMeeting, leaveMeeting } from "../destinations/tidy-up-meeting.ts";
import type { Invocation, Outcome } from "../invocation.ts";

/** No leg is left. A call whose caller never talked to anybody has failed, also where the caller gave up. */
export async function close(invocation: Invocation): Promise<Outcome> {
  const { wasConnected } = invocation.state;
  const name = wasConnected ? "ended" : "failed";
  await Promise.all([
    writeLastStatus(name, invocation),
    tidyUp(invocation),
    endLostMeetings(invocation),
  ]);
  const { meeting: _left, lateMeeting: _ended, ...state } = invocation.state;
  return { name, actions: [], state: { ...state, phase: "over" } };
}

async function tidyUp(invocation: Invocation): Promise<void> {
  const { meeting, wasConnected } = invocation.state;
  if (!meeting) return;
  await (wasConnected ? leaveMeeting : abandonMeeting)(meeting, invocation);
}
