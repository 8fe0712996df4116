import { expect, test } from "@jest/globals";
import { FakeMeetings } from "../../test/support/fake-meetings.ts";
import { lazyMeetings } from "./lazy-meetings.ts";

const { signal } = new AbortController();
const meeting = { token: "token-1", externalMeetingId: "t-1", mediaRegion: "us-east-1" };

test("the client is loaded by the first request, and once", async () => {
  const meetings = new FakeMeetings();
  let loads = 0;
  const lazy = lazyMeetings(async () => {
    loads += 1;
    return meetings;
  });
  expect(loads).toBe(0);
  const meetingId = await lazy.createMeeting(meeting, signal);
  const { attendeeId } = await lazy.createAttendee({ meetingId, externalUserId: "c-1" }, signal);
  await lazy.deleteAttendee({ meetingId, attendeeId }, signal);
  await lazy.deleteMeeting(meetingId, signal);
  expect(loads).toBe(1);
  expect(meetings.requests).toEqual([
    "CreateMeeting m-1",
    "CreateAttendee a-1",
    "DeleteAttendee a-1",
    "DeleteMeeting m-1",
  ]);
});

test("a load that failed is tried again by the next request", async () => {
  const meetings = new FakeMeetings();
  let loads = 0;
  const lazy = lazyMeetings(async () => {
    loads += 1;
    if (loads === 1) throw new Error("EMFILE");
    return meetings;
  });
  await expect(lazy.createMeeting(meeting, signal)).rejects.toThrow("EMFILE");
  expect(await lazy.createMeeting(meeting, signal)).toBe("m-1");
});
