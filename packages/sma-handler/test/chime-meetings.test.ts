import { ChimeSDKMeetingsClient } from "@aws-sdk/client-chime-sdk-meetings";
import { afterEach, expect, test } from "@jest/globals";
import { chimeMeetings, meetingsClient } from "../src/adapters/chime-meetings.ts";
import type { Meetings } from "../src/ports.ts";
import { type Reply, type SmallServer, startSmallServer } from "./support/small-server.ts";

let server: SmallServer;
let client: ChimeSDKMeetingsClient;

afterEach(async () => {
  client?.destroy();
  await server?.close();
});

async function meetingsThat(reply: () => Reply): Promise<Meetings> {
  server = await startSmallServer(reply);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new ChimeSDKMeetingsClient({
    endpoint: server.url,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
  });
  return chimeMeetings(client);
}

const { signal } = new AbortController();
const meeting = { token: "token-1", externalMeetingId: "t-1", mediaRegion: "us-east-1" };
const attendee = { meetingId: "m-1", externalUserId: "context-1" };
const place = { meetingId: "m-1", attendeeId: "a-1" };

test("a meeting is asked for under the call's own token", async () => {
  const meetings = await meetingsThat(() => ({
    status: 200,
    body: { Meeting: { MeetingId: "m-1" } },
  }));
  expect(await meetings.createMeeting(meeting, signal)).toBe("m-1");
  expect(server.seen[0]?.body).toEqual({
    ClientRequestToken: "token-1",
    ExternalMeetingId: "t-1",
    MediaRegion: "us-east-1",
  });
});

test("an attendee is asked for under the external user ID", async () => {
  const Attendee = { AttendeeId: "a-1", JoinToken: "j-1", ExternalUserId: "context-1" };
  const meetings = await meetingsThat(() => ({ status: 200, body: { Attendee } }));
  expect(await meetings.createAttendee(attendee, signal)).toEqual({
    attendeeId: "a-1",
    joinToken: "j-1",
  });
  expect(server.seen[0]).toMatchObject({
    line: "POST /meetings/m-1/attendees",
    body: { ExternalUserId: "context-1" },
  });
});

test("a refusal names the operation and keeps what the SDK said", async () => {
  const meetings = await meetingsThat(() => ({
    status: 503,
    errorType: "ServiceUnavailableException",
  }));
  await expect(meetings.createMeeting(meeting, signal)).rejects.toMatchObject({
    code: "sma-handler.meetings",
    operation: "CreateMeeting",
    cause: expect.any(Error),
  });
});

test("an answer without an ID is a refusal", async () => {
  const meetings = await meetingsThat(() => ({ status: 200, body: { Meeting: {}, Attendee: {} } }));
  await expect(meetings.createMeeting(meeting, signal)).rejects.toMatchObject({
    operation: "CreateMeeting",
  });
  await expect(meetings.createAttendee(attendee, signal)).rejects.toMatchObject({
    operation: "CreateAttendee",
  });
});

test("what is deleted is named in the request", async () => {
  const meetings = await meetingsThat(() => ({ status: 204 }));
  await meetings.deleteAttendee(place, signal);
  await meetings.deleteMeeting("m-1", signal);
  expect(server.seen.map(({ line }) => line)).toEqual([
    "DELETE /meetings/m-1/attendees/a-1",
    "DELETE /meetings/m-1",
  ]);
});

test("what is gone already counts as deleted", async () => {
  const meetings = await meetingsThat(() => ({ status: 404, errorType: "NotFoundException" }));
  await expect(meetings.deleteMeeting("m-1", signal)).resolves.toBeUndefined();
  await expect(meetings.deleteAttendee(place, signal)).resolves.toBeUndefined();
});

test("what cannot be deleted is told", async () => {
  const meetings = await meetingsThat(() => ({ status: 403, errorType: "ForbiddenException" }));
  await expect(meetings.deleteMeeting("m-1", signal)).rejects.toMatchObject({
    operation: "DeleteMeeting",
  });
  await expect(meetings.deleteAttendee(place, signal)).rejects.toMatchObject({
    operation: "DeleteAttendee",
  });
});

test("an answer with nothing in it says so", async () => {
  const meetings = await meetingsThat(() => ({ status: 200, body: {} }));
  const cause = expect.objectContaining({ message: "The answer misses a field" });
  await expect(meetings.createMeeting(meeting, signal)).rejects.toMatchObject({ cause });
  await expect(meetings.createAttendee(attendee, signal)).rejects.toMatchObject({ cause });
});

test("a request that failed is tried once more, and no oftener: the caller waits", async () => {
  const own = meetingsClient();
  expect(await own.config.maxAttempts()).toBe(2);
  own.destroy();
});

test.each<[string, (meetings: Meetings, abortSignal: AbortSignal) => Promise<unknown>]>([
  ["CreateMeeting", (meetings, by) => meetings.createMeeting(meeting, by)],
  ["CreateAttendee", (meetings, by) => meetings.createAttendee(attendee, by)],
  ["DeleteMeeting", (meetings, by) => meetings.deleteMeeting("m-1", by)],
  ["DeleteAttendee", (meetings, by) => meetings.deleteAttendee(place, by)],
])("a %s is let go of by its signal", async (operation, request) => {
  const abort = new AbortController();
  const meetings = await meetingsThat(() => {
    abort.abort();
    return undefined;
  });
  await expect(request(meetings, abort.signal)).rejects.toMatchObject({
    operation,
    cause: { name: "AbortError" },
  });
});
