import { expect, test } from "@jest/globals";
import { answer, callAndBridge, hangup, joinChimeMeeting } from "@skill-call/pstn-audio";
import {
  type Answers,
  branchNumber,
  createTestService,
  smaNumber,
} from "../../testing/test-service.ts";

/** A caller who joins a meeting, with what the Lambda answers to the events after that. */
function inMeeting(answers: Answers = {}) {
  let token = { joinToken: "dGhpcyBvcGVucyBub3RoaW5n", meetingId: "none" };
  const bench = createTestService({
    answers: ({ InvocationEventType }) =>
      InvocationEventType === "NEW_INBOUND_CALL"
        ? answer([joinChimeMeeting({ ...token, participantTag: "LEG-A" })])
        : ((answers as Record<string, unknown>)[InvocationEventType] ?? answer([])),
  });
  const { meetingId } = bench.meetings.createMeeting({
    ExternalMeetingId: "transaction",
    MediaRegion: "us-east-1",
  });
  const { joinToken, attendeeId } = bench.meetings.createAttendee(meetingId, {
    ExternalUserId: "caller",
  });
  token = { joinToken, meetingId };
  return { ...bench, meetingId, attendeeId };
}

test("a good token answers the call and brings the caller in", async () => {
  const bench = inMeeting();
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  expect(call.progress.at(-1)).toEqual({ type: "answered" });
  expect(bench.service.legsUp()).toMatchObject([{ tag: "LEG-A" }, { tag: "LEG-B" }]);
});

test.each([
  [
    "an attendee who was removed",
    (bench: ReturnType<typeof inMeeting>) =>
      bench.meetings.deleteAttendee(bench.meetingId, bench.attendeeId),
  ],
  [
    "a meeting that is over",
    (bench: ReturnType<typeof inMeeting>) => bench.meetings.deleteMeeting(bench.meetingId),
  ],
])("the token of %s opens nothing: the caller waits on", async (_whose, end) => {
  const bench = inMeeting();
  end(bench);
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.lambda.events[1]?.ActionData).toMatchObject({
    ErrorType: "InvalidActionParameter",
    ErrorMessage: "JoinToken parameter value is invalid.",
  });
  expect(call.progress).toEqual([{ type: "ringing" }]);
});

test("without a MeetingId there is no meeting to join", async () => {
  const bench = createTestService({
    answers: {
      NEW_INBOUND_CALL: {
        SchemaVersion: "1.0",
        Actions: [{ Type: "JoinChimeMeeting", Parameters: { JoinToken: "token" } }],
      },
    },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.lambda.events[1]?.ActionData?.ErrorType).toBe("InvalidActionParameter");
});

test("who leaves takes the meeting's leg along: one HANGUP shows both disconnected", async () => {
  const bench = inMeeting();
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  call.hangUp();
  await bench.clock.elapse(0);
  await call.over;
  expect(bench.told().slice(2)).toEqual(["HANGUP"]);
  expect(bench.lastEvent()).toMatchObject({
    ActionData: { Parameters: { ParticipantTag: "LEG-A" } },
    CallDetails: { Participants: [{ Status: "Disconnected" }, { Status: "Disconnected" }] },
  });
  expect(bench.trace).toContainEqual(expect.objectContaining({ kind: "leg.released" }));
});

test("a meeting that ends hangs up LEG-B, the caller stays", async () => {
  const bench = inMeeting();
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  bench.meetings.deleteMeeting(bench.meetingId);
  await bench.clock.elapse(0);
  expect(bench.lastEvent().ActionData).toEqual({
    Type: "Hangup",
    Parameters: { SipResponseCode: 0, CallId: expect.any(String), ParticipantTag: "LEG-B" },
  });
  expect(bench.service.legsUp()).toMatchObject([{ tag: "LEG-A" }]);
  expect(bench.trace).toContainEqual(
    expect.objectContaining({ kind: "leg.hung-up", from: "meetings" }),
  );
});

test("a Hangup of LEG-B leaves the meeting; its success tells so, no HANGUP", async () => {
  let left = false;
  const bench = inMeeting({
    get ACTION_SUCCESSFUL() {
      if (left) return answer([]);
      left = true;
      return answer([hangup({ participantTag: "LEG-B" })]);
    },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "ACTION_SUCCESSFUL"]);
  expect(bench.lastEvent().ActionData?.Type).toBe("Hangup");
  expect(bench.service.legsUp()).toMatchObject([{ tag: "LEG-A" }]);
});

test("a bridged call cannot join a meeting", async () => {
  const bridge = callAndBridge({
    callerIdNumber: smaNumber,
    endpoint: { type: "PSTN", number: branchNumber },
  });
  const join = joinChimeMeeting({ joinToken: "t", meetingId: "m", participantTag: "LEG-A" });
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([bridge, join]) } });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.lastEvent().ActionData).toMatchObject({
    Type: "JoinChimeMeeting",
    ErrorType: "SystemException",
  });
});
