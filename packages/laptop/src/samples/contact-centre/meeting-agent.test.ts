import {
  ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  CreateMeetingCommand,
  ListAttendeesCommand,
} from "@aws-sdk/client-chime-sdk-meetings";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createInMemoryCallContextStore } from "@skill-call/call-context";
import { systemClock } from "@skill-call/emulation";
import { type Meetings, startMeetings } from "@skill-call/sma-emulator";
import { createContactCentre } from "./contact-centre.ts";
import { createMeetingAgent, type JoinedAgent } from "./meeting-agent.ts";

const store = createInMemoryCallContextStore();
let meetings: Meetings;
let client: ChimeSDKMeetingsClient;
let agentJoined: Promise<JoinedAgent>;
const claimed = new Map<string, string>();

beforeEach(async () => {
  meetings = await startMeetings({ clock: systemClock, trace: () => {} });
  client = new ChimeSDKMeetingsClient({
    endpoint: meetings.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  agentJoined = new Promise((onJoined) => {
    const agent = createMeetingAgent({
      name: "agent",
      client,
      contactCentre: createContactCentre({ store, now: Date.now }),
      contextIdOf: (transactionId) => claimed.get(transactionId),
      join: (ticket) => meetings.join(ticket),
      onScreen: async () => {},
      onJoined,
    });
    meetings.onEvent((event) => void agent(event));
  });
});

afterEach(async () => {
  claimed.clear();
  client.destroy();
  await meetings.close();
});

async function callerJoins(): Promise<string> {
  const { Meeting } = await client.send(
    new CreateMeetingCommand({ ExternalMeetingId: "call", MediaRegion: "us-east-1" }),
  );
  const meetingId = String(Meeting?.MeetingId);
  const { Attendee } = await client.send(
    new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: "0659847255a4" }),
  );
  meetings.join({ meetingId, joinToken: String(Attendee?.JoinToken) });
  return meetingId;
}

test("the agent joins the caller's meeting and sees who it is", async () => {
  const { contextId } = await store.create({
    callerName: "Luc",
    accountIdVerified: false,
    reason: { id: "technical-support" },
    locale: "fr-CA",
    callStarter: "skill-call",
  });
  claimed.set("call", contextId);
  const meetingId = await callerJoins();
  const joined = await agentJoined;
  expect(joined).toMatchObject({
    meetingId,
    screen: { known: true, callerName: "Luc", reason: { id: "technical-support" } },
  });
  const { Attendees } = await client.send(new ListAttendeesCommand({ MeetingId: meetingId }));
  expect(Attendees?.map((attendee) => attendee.ExternalUserId)).toEqual(["0659847255a4", "agent"]);
  await joined.endMeeting();
  expect(meetings.size()).toBe(0);
});

test.each([
  ["a context that is gone", "0".repeat(32), "not-found"],
  ["no context", undefined, "no-context-id"],
])("a caller with %s is joined too, with a notice", async (_, contextId, why) => {
  if (contextId !== undefined) claimed.set("call", contextId);
  await callerJoins();
  expect((await agentJoined).screen).toMatchObject({ known: false, why });
});
