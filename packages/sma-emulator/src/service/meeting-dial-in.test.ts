// A call to the meeting dial-in number joins the emulated meeting that its headers name.
import { expect, test } from "@jest/globals";
import { answer, hangup } from "@skill-call/pstn-audio";
import { createTestService, smaNumber, type TestServiceOptions } from "../testing/test-service.ts";
import { meetingDialInNumber } from "./meeting-dial-in.ts";

function benchWithMeeting(options: TestServiceOptions = {}) {
  const bench = createTestService(options);
  const { meetingId } = bench.meetings.createMeeting({
    ExternalMeetingId: "standup",
    MediaRegion: "us-east-1",
  });
  const { joinToken } = bench.meetings.createAttendee(meetingId, { ExternalUserId: "phone" });
  const dialIn = async (sipHeaders: Readonly<Record<string, string>>) => {
    const call = bench.service.createCall({
      sipMediaApplicationId: "sma-1",
      fromPhoneNumber: smaNumber,
      toPhoneNumber: meetingDialInNumber,
      sipHeaders,
      argumentsMap: { room: "standup" },
    });
    await bench.clock.elapse(0);
    return call;
  };
  return { ...bench, meetingId, joinToken, dialIn };
}

const tokens = (joinToken: string, meetingId: string) => [
  { "X-chime-join-token": joinToken, "X-chime-meeting-id": meetingId },
  { "x-chime-join-token": joinToken, "x-chime-meeting-id": meetingId },
];

test.each([0, 1])(
  "headers in any case take the seat; the Lambda never sees them (%i)",
  async (n) => {
    const { dialIn, joinToken, meetingId, told, lastEvent, dialled } = benchWithMeeting();
    await dialIn(tokens(joinToken, meetingId)[n] ?? {});
    expect(told()).toEqual(["NEW_OUTBOUND_CALL", "RINGING", "CALL_ANSWERED"]);
    expect(lastEvent().CallDetails.Participants).toMatchObject([{ To: "+17035550122" }]);
    expect(JSON.stringify(lastEvent())).not.toContain(joinToken);
    expect(dialled).toEqual([]);
  },
);

test("a token that opens nothing is not answered", async () => {
  const { dialIn, meetingId, told, lastEvent } = benchWithMeeting();
  await dialIn({ "X-chime-join-token": "wrong", "X-chime-meeting-id": meetingId });
  expect(told()).toEqual(["NEW_OUTBOUND_CALL", "HANGUP"]);
  expect(lastEvent().ActionData?.Parameters).toMatchObject({ SipResponseCode: 480 });
});

test("the end of the meeting hangs up the leg", async () => {
  const { dialIn, joinToken, meetingId, meetings, told, service, clock } = benchWithMeeting();
  await dialIn(tokens(joinToken, meetingId)[0] ?? {});
  meetings.deleteMeeting(meetingId);
  await clock.elapse(0);
  expect(told().at(-1)).toBe("HANGUP");
  expect(service.calls()).toEqual([]);
});

test("a Hangup of the Lambda leaves the meeting", async () => {
  const bye = answer([hangup({ participantTag: "LEG-A" })]);
  const { dialIn, joinToken, meetingId, meetings, service, clock } = benchWithMeeting({
    answers: { CALL_ANSWERED: bye },
  });
  await dialIn(tokens(joinToken, meetingId)[0] ?? {});
  expect(service.calls()).toEqual([]);
  // Nobody is in it: it ends by itself after five minutes.
  await clock.elapse(5 * 60_000);
  expect(meetings.size).toBe(0);
});
