import { apologyAndHangUp } from "../call/apology.ts";
import { endLostMeetings } from "../destinations/lost-meetings.ts";
import type { Invocation, Outcome } from "../invocation.ts";

/** Tells the caller that it did not work, and ends the call: never dead air. */
export function apologise({ event, state }: Pick<Invocation, "event" | "state">): Outcome {
  return {
    name: "apologised",
    actions: apologyAndHangUp(event, state.language),
    state: { ...state, phase: "ending" },
  };
}

/** The same, and ends the meetings of answers that the service refused or never got. */
export async function apologiseAndTidyUp(invocation: Invocation): Promise<Outcome> {
  await endLostMeetings(invocation);
  const { lateMeeting: _ended, ...state } = invocation.state;
  return apologise({ ...invocation, state });
}
