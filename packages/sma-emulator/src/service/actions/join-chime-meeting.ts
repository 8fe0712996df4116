import { isBridged, legTagged } from "../call/call-state.ts";
import type { Leg } from "../call/leg.ts";
import { legReleased, meetingJoined, meetingLeft } from "../call-story.ts";
import { invalidJoinToken, systemError } from "./action-errors.ts";
import { type ActionScope, type EmulatedAction, succeeded } from "./emulated-action.ts";

/** Answers the call and takes the attendee's seat in the meeting, which becomes LEG-B. */
export const joinChimeMeeting: EmulatedAction = async (scope) => {
  const { dispatch, ports, state } = scope;
  if (isBridged(state)) {
    return { outcome: "failed", error: systemError, why: "the call is bridged already" };
  }
  const leg = meetingLeg(scope);
  const seat = ports.meetings.join({
    ...tokenOf(scope),
    onEnded: () => {
      scope.tell(meetingLeft());
      dispatch({ type: "leg-left", callId: leg.callId, sipResponseCode: 0 });
    },
  });
  if (!seat) return { outcome: "failed", error: invalidJoinToken, why: noSuchSeat };
  scope.tell(meetingJoined(seat.meetingId));
  scope.attach(leg.callId, () => {
    scope.tell(legReleased("meetings"));
    seat.leave();
  });
  dispatch({ type: "caller-answered" });
  dispatch({ type: "leg-joined", leg });
  return succeeded;
};

const noSuchSeat =
  "no attendee of an emulated meeting has this token; meetings are made by the emulated meetings API";

function tokenOf({ action }: ActionScope) {
  const { MeetingId, JoinToken } = action.parameters;
  return {
    meetingId: MeetingId == null ? undefined : String(MeetingId),
    joinToken: String(JoinToken),
  };
}

function meetingLeg({ ports, state }: ActionScope): Leg {
  return {
    callId: ports.newId(),
    tag: "LEG-B",
    direction: "Outbound",
    farEnd: "meetings",
    to: "SMA",
    from: legTagged(state, "LEG-A")?.to ?? "SMA",
    startedAt: ports.clock.now(),
    status: "connected",
    sipHeaders: {},
  };
}
