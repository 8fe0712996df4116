import { writeStatus } from "../call/write-status.ts";
import { abandonMeeting, leaveMeeting } from "../destinations/tidy-up-meeting.ts";
import type { Invocation, Outcome } from "../invocation.ts";

/** No leg is left. A call whose caller never talked to anybody has failed, also where the caller gave up. */
export async function close(invocation: Invocation): Promise<Outcome> {
  const { wasConnected } = invocation.state;
  const name = wasConnected ? "ended" : "failed";
  await Promise.all([writeStatus(name, invocation), tidyUp(invocation)]);
  const { meeting: _left, ...state } = invocation.state;
  return { name, actions: [], state: { ...state, phase: "over" } };
}

async function tidyUp(invocation: Invocation): Promise<void> {
  const { meeting, wasConnected } = invocation.state;
  if (!meeting) return;
  await (wasConnected ? leaveMeeting : abandonMeeting)(meeting, invocation);
}
