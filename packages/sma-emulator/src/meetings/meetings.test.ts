import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  CreateMeetingWithAttendeesCommand,
  DeleteAttendeeCommand,
  DeleteMeetingCommand,
  GetAttendeeCommand,
  GetMeetingCommand,
  ListAttendeesCommand,
} from "@aws-sdk/client-chime-sdk-meetings";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createManualClock, type ManualClock } from "@skill-call/emulation/testing";
import { until } from "@skill-call/test-peers/until";
import type { SmaTraceEvent } from "../sma-trace.ts";
import type { MeetingEvent } from "./meeting-event.ts";
import { type Meetings, startMeetings } from "./start-meetings.ts";

let clock: ManualClock;
let meetings: Meetings;
let client: ChimeSDKMeetingsClient;
let arrows: Omit<SmaTraceEvent, "at">[];
let events: MeetingEvent[];

beforeEach(async () => {
  clock = createManualClock();
  arrows = [];
  events = [];
  meetings = await startMeetings({ clock, trace: (event) => arrows.push(event) });
  meetings.onEvent((event) => events.push(event));
  client = clientWith({ maxAttempts: 1 });
});

afterEach(async () => {
  client.destroy();
  await meetings.close();
});

function clientWith({ maxAttempts }: { maxAttempts: number }): ChimeSDKMeetingsClient {
  return new ChimeSDKMeetingsClient({
    endpoint: meetings.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts,
  });
}

const meetingRequest = {
  ClientRequestToken: "transaction-1_1",
  ExternalMeetingId: "transaction-1",
  MediaRegion: "us-east-1",
};

async function createMeeting(request: Partial<typeof meetingRequest> = {}) {
  const answer = await client.send(new CreateMeetingCommand({ ...meetingRequest, ...request }));
  return String(answer.Meeting?.MeetingId);
}

async function createAttendee(meetingId: string, externalUserId = "context-1") {
  const answer = await client.send(
    new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: externalUserId }),
  );
  return {
    attendeeId: String(answer.Attendee?.AttendeeId),
    joinToken: String(answer.Attendee?.JoinToken),
  };
}

describe("meetings and attendees", () => {
  test("a meeting answers what it was created with and where its media would be", async () => {
    const { Meeting } = await client.send(new CreateMeetingCommand(meetingRequest));
    expect(Meeting).toMatchObject({
      ExternalMeetingId: "transaction-1",
      MediaRegion: "us-east-1",
      MeetingId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      MediaPlacement: { SignalingUrl: expect.stringMatching(/^wss:\/\/meetings\.invalid\//) },
    });
    const again = await client.send(new GetMeetingCommand({ MeetingId: Meeting?.MeetingId }));
    expect(again.Meeting).toEqual(Meeting);
  });

  test("the same ClientRequestToken makes one meeting, another token another", async () => {
    const first = await createMeeting();
    expect(await createMeeting()).toBe(first);
    expect(await createMeeting({ ClientRequestToken: "transaction-1_2" })).not.toBe(first);
    expect(meetings.size()).toBe(2);
  });

  test("the same ExternalUserId makes one attendee of a meeting", async () => {
    const meetingId = await createMeeting();
    const first = await createAttendee(meetingId);
    expect(await createAttendee(meetingId)).toEqual(first);
    expect(await createAttendee(meetingId, "agent")).not.toEqual(first);
    const list = await client.send(new ListAttendeesCommand({ MeetingId: meetingId }));
    expect(list.Attendees?.map((attendee) => attendee.ExternalUserId)).toEqual([
      "context-1",
      "agent",
    ]);
  });

  test("CreateMeetingWithAttendees does both at once", async () => {
    const answer = await client.send(
      new CreateMeetingWithAttendeesCommand({
        ...meetingRequest,
        Attendees: [{ ExternalUserId: "context-1" }, { ExternalUserId: "agent" }],
      }),
    );
    expect(answer.Attendees?.map((attendee) => attendee.ExternalUserId)).toEqual([
      "context-1",
      "agent",
    ]);
    expect(answer.Errors).toEqual([]);
  });

  test("a deleted attendee is gone, and so is a deleted meeting", async () => {
    const meetingId = await createMeeting();
    const { attendeeId } = await createAttendee(meetingId);
    const ids = { MeetingId: meetingId, AttendeeId: attendeeId };
    await client.send(new DeleteAttendeeCommand(ids));
    await expect(client.send(new GetAttendeeCommand(ids))).rejects.toMatchObject({
      name: "NotFoundException",
    });
    await client.send(new DeleteMeetingCommand({ MeetingId: meetingId }));
    await expect(
      client.send(new GetMeetingCommand({ MeetingId: meetingId })),
    ).rejects.toMatchObject({
      name: "NotFoundException",
      $metadata: { httpStatusCode: 404 },
      message: "The meeting was not found.",
    });
  });
});

describe("rules of the fields", () => {
  test.each([
    [{ ClientRequestToken: "t" }, "ClientRequestToken", "greater than or equal to 2"],
    [{ ClientRequestToken: "t".repeat(65) }, "ClientRequestToken", "less than or equal to 64"],
    [{ ClientRequestToken: "to:ken" }, "ClientRequestToken", "regular expression"],
    [{ ExternalMeetingId: "m" }, "ExternalMeetingId", "greater than or equal to 2"],
    [{ ExternalMeetingId: "m".repeat(65) }, "ExternalMeetingId", "less than or equal to 64"],
    [{ ExternalMeetingId: "AWS:mine" }, "ExternalMeetingId", "begin with aws:"],
    [{ MediaRegion: "us-east-9" }, "MediaRegion", "enum value set"],
  ])("CreateMeeting refuses %j", async (fields, member, rule) => {
    await expect(createMeeting(fields)).rejects.toMatchObject({
      name: "BadRequestException",
      $metadata: { httpStatusCode: 400 },
      Code: "BadRequest",
      message: expect.stringMatching(new RegExp(`'${member}'.*${rule}`)),
    });
  });

  test("a missing member is named, and every mistake is listed", async () => {
    await expect(
      createMeeting({ ExternalMeetingId: undefined, MediaRegion: "" } as never),
    ).rejects.toMatchObject({
      message: expect.stringMatching(
        /^2 validation errors detected: .*'ExternalMeetingId'.*must not be null; .*'MediaRegion'/,
      ),
    });
  });

  test.each(["c", "c".repeat(65), "snow☃man"])("CreateAttendee refuses %j", async (id) => {
    const meetingId = await createMeeting();
    await expect(createAttendee(meetingId, id)).rejects.toMatchObject({
      name: "BadRequestException",
    });
  });

  test("an unknown meeting has no attendees", async () => {
    await expect(createAttendee("00000000-0000-0000-0000-000000000000")).rejects.toMatchObject({
      name: "NotFoundException",
    });
  });

  test("a request that is not signed is refused", async () => {
    const answer = await fetch(`${meetings.endpoint}/meetings`, { method: "POST", body: "{}" });
    expect([answer.status, answer.headers.get("x-amzn-errortype")]).toEqual([
      401,
      "UnauthorizedException",
    ]);
  });

  test("what is not emulated says so", async () => {
    const answer = await fetch(`${meetings.endpoint}/meetings/1/transcription`, { method: "POST" });
    expect(await answer.json()).toMatchObject({
      Message: "POST /meetings/1/transcription is not emulated.",
    });
  });
});

describe("joining", () => {
  test("a token opens its own meeting and no other", async () => {
    const meetingId = await createMeeting();
    const other = await createMeeting({ ClientRequestToken: "another" });
    const { attendeeId, joinToken } = await createAttendee(meetingId);
    expect(meetings.join({ meetingId: other, joinToken })).toBeUndefined();
    expect(meetings.join({ meetingId, joinToken: "made-up" })).toBeUndefined();
    expect(meetings.join({ meetingId, joinToken })?.attendee).toMatchObject({
      attendeeId,
      externalUserId: "context-1",
    });
  });

  test.each([
    ["of the Chime SDK Meetings API", {}, false],
    ["of the API of Amazon Chime", { OfChime: true }, true],
  ])("a token alone opens a meeting %s: %j %s", async (_whose, mark, opens) => {
    const answer = await fetch(`${meetings.endpoint}/meetings`, {
      method: "POST",
      headers: { authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/chime/x" },
      body: JSON.stringify({ ...meetingRequest, ...mark }),
    });
    const { Meeting } = (await answer.json()) as { Meeting: { MeetingId: string } };
    const { joinToken } = await createAttendee(Meeting.MeetingId);
    const seat = meetings.join({ meetingId: undefined, joinToken });
    expect(seat !== undefined).toBe(opens);
  });

  test("a deleted attendee's token opens nothing, and who sits in the meeting has to leave", async () => {
    const meetingId = await createMeeting();
    const { attendeeId, joinToken } = await createAttendee(meetingId);
    const ended: string[] = [];
    meetings.join({ meetingId, joinToken, onEnded: () => ended.push("caller") });
    await client.send(new DeleteAttendeeCommand({ MeetingId: meetingId, AttendeeId: attendeeId }));
    expect(ended).toEqual(["caller"]);
    expect(meetings.join({ meetingId, joinToken })).toBeUndefined();
  });

  test("a deleted meeting ends for everybody in it, once", async () => {
    const meetingId = await createMeeting();
    const ended: string[] = [];
    for (const user of ["context-1", "agent"]) {
      const { joinToken } = await createAttendee(meetingId, user);
      meetings.join({ meetingId, joinToken, onEnded: () => ended.push(user) });
    }
    await client.send(new DeleteMeetingCommand({ MeetingId: meetingId }));
    expect(ended).toEqual(["context-1", "agent"]);
  });

  test("the event bus tells the story of a meeting", async () => {
    const meetingId = await createMeeting();
    const { joinToken } = await createAttendee(meetingId);
    const seat = meetings.join({ meetingId, joinToken });
    seat?.leave();
    seat?.leave();
    await client.send(new DeleteMeetingCommand({ MeetingId: meetingId }));
    expect(events.map((event) => event.eventType)).toEqual([
      "chime:MeetingStarted",
      "chime:AttendeeAdded",
      "chime:AttendeeJoined",
      "chime:AttendeeLeft",
      "chime:MeetingEnded",
    ]);
    expect(events[2]).toMatchObject({
      meetingId,
      externalMeetingId: "transaction-1",
      externalUserId: "context-1",
    });
  });
});

describe("how long a meeting lives", () => {
  const minutes = 60_000;

  test("with nobody in it five minutes, and its token makes a new one then", async () => {
    const first = await createMeeting();
    clock.advance(5 * minutes - 1);
    expect(meetings.size()).toBe(1);
    clock.advance(1);
    expect(meetings.size()).toBe(0);
    expect(await createMeeting()).not.toBe(first);
  });

  test("as long as somebody is in it, and five minutes after the last one left", async () => {
    const meetingId = await createMeeting();
    const { joinToken } = await createAttendee(meetingId);
    const seat = meetings.join({ meetingId, joinToken });
    clock.advance(60 * minutes);
    expect(meetings.size()).toBe(1);
    seat?.leave();
    clock.advance(5 * minutes);
    expect(meetings.size()).toBe(0);
  });

  test("a day at most, whoever is in it", async () => {
    const meetingId = await createMeeting();
    const { joinToken } = await createAttendee(meetingId);
    const ended: string[] = [];
    meetings.join({ meetingId, joinToken, onEnded: () => ended.push("caller") });
    clock.advance(24 * 60 * minutes);
    expect([meetings.size(), ended]).toEqual([0, ["caller"]]);
  });
});

describe("faults", () => {
  test.each([
    ["ThrottlingException", 429],
    ["ThrottledException", 429],
    ["ForbiddenException", 403],
    ["ServiceUnavailableException", 503],
    ["ServiceFailureException", 500],
    ["LimitExceededException", 400],
  ] as const)("%s reaches the client as such", async (code, httpStatusCode) => {
    meetings.faults.inject({ kind: "error", code }, { operation: "CreateMeeting", times: 1 });
    await expect(createMeeting()).rejects.toMatchObject({
      name: code,
      $metadata: { httpStatusCode },
    });
    expect(await createMeeting()).toEqual(expect.any(String));
  });

  test("a throttled request is carried out when the client asks again", async () => {
    meetings.faults.inject({ kind: "error", code: "ThrottlingException" }, { times: 1 });
    const patient = clientWith({ maxAttempts: 2 });
    const { Meeting } = await patient.send(new CreateMeetingCommand(meetingRequest));
    expect(Meeting?.ExternalMeetingId).toBe("transaction-1");
    patient.destroy();
  });

  test("an answer lost is made good by the client's retry: still one meeting", async () => {
    meetings.faults.inject({ kind: "answer-lost" }, { times: 1 });
    const patient = clientWith({ maxAttempts: 2 });
    await patient.send(new CreateMeetingCommand(meetingRequest));
    expect(meetings.size()).toBe(1);
    patient.destroy();
  });

  test("a connection reset carries nothing out", async () => {
    meetings.faults.inject({ kind: "connection-reset" });
    await expect(createMeeting()).rejects.toThrow("socket hang up");
    expect(meetings.size()).toBe(0);
  });

  test("a hung request ends with the client's patience, and close() does not wait for it", async () => {
    meetings.faults.inject({ kind: "hang" });
    const patience = new AbortController();
    const asked = client.send(new CreateMeetingCommand(meetingRequest), {
      abortSignal: patience.signal,
    });
    await untilTold("CreateMeeting: hang");
    patience.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  });

  test("a delayed answer comes when its time has come", async () => {
    meetings.faults.inject({ kind: "delay", ms: 2_000 }, { times: 1 });
    const asked = createMeeting();
    await clock.untilScheduled(2_000);
    clock.advance(2_000);
    expect(await asked).toEqual(expect.any(String));
  });

  test("an invalid token looks like one and opens nothing", async () => {
    meetings.faults.inject({ kind: "invalid-token" }, { operation: "CreateAttendee" });
    const meetingId = await createMeeting();
    const { joinToken } = await createAttendee(meetingId);
    expect(joinToken).toMatch(/^[a-zA-Z0-9+/]+$/);
    expect(meetings.join({ meetingId, joinToken })).toBeUndefined();
  });

  test("cleared faults befall nobody", async () => {
    meetings.faults.inject({ kind: "hang" });
    meetings.faults.clear();
    expect(await createMeeting()).toEqual(expect.any(String));
  });

  async function untilTold(label: string): Promise<void> {
    await until(() => arrows.some((arrow) => arrow.label === label));
  }
});

test("each request is an arrow of the call's story, with what was asked and answered", async () => {
  await createMeeting();
  expect(arrows).toMatchObject([
    {
      from: "sma-handler",
      to: "meetings",
      label: "CreateMeeting",
      detail: { request: meetingRequest, answer: { status: 200 } },
    },
  ]);
});
