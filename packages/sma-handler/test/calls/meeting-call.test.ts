import { expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import { Desk } from "../support/desk.ts";
import { contactCentre, meetingRoom, sampleConfig } from "../support/sample-config.ts";

const meetingFirst = () => new Desk(sampleConfig({ billing: [meetingRoom, contactCentre] }));

test("case 3: the caller joins a meeting of their own, and none of its clients sees the context ID", async () => {
  const desk = meetingFirst();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  expect(await line.incoming()).toEqual([
    {
      Type: "JoinChimeMeeting",
      Parameters: { JoinToken: "token-of-a-1", MeetingId: "m-1", CallId: "leg-a" },
    },
  ]);
  expect(desk.meetings.made).toEqual([
    {
      token: expect.stringMatching(/^[0-9a-f]{64}$/),
      externalMeetingId: line.transactionId,
      mediaRegion: "us-east-1",
    },
  ]);
  expect(desk.meetings.invited).toEqual([
    { meetingId: "m-1", externalUserId: hashContextId(contextId) },
  ]);
});

test("the join token is kept nowhere", async () => {
  const desk = meetingFirst();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  expect(JSON.stringify([line.attributes, desk.logLines])).not.toContain("token-of-");
});

test("when the caller leaves, their place goes and the meeting stays for whoever is in it", async () => {
  const desk = meetingFirst();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  expect(await line.succeeded("JoinChimeMeeting")).toEqual([]);
  expect(await line.hungUp("LEG-A")).toEqual([]);
  expect(desk.meetings.requests.slice(2)).toEqual(["DeleteAttendee a-1"]);
  expect(desk.storeUses).toEqual(["claim", "advance connected", "advance ended"]);
});

test("both legs of a meeting may end in one event", async () => {
  const desk = meetingFirst();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  line.addLegB();
  await line.succeeded("JoinChimeMeeting");
  line.setStatus("LEG-B", "Disconnected");
  expect(await line.hungUp("LEG-A")).toEqual([]);
  expect(await line.hungUp("LEG-B")).toEqual([]);
  expect(desk.storeUses).toEqual(["claim", "advance connected", "advance ended"]);
});

test("a meeting whose caller gave up before joining is deleted", async () => {
  const desk = meetingFirst();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  await line.hungUp("LEG-A");
  expect(desk.meetings.open).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("failed");
});

test("a join that fails gets one new meeting, then the next destination; no meeting is left", async () => {
  const desk = meetingFirst();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  const again = await line.failed("JoinChimeMeeting", "InvalidActionParameter");
  expect(again).toMatchObject([{ Type: "JoinChimeMeeting", Parameters: { MeetingId: "m-2" } }]);
  expect(desk.meetings.open).toEqual(["m-2"]);
  const next = await line.failed("JoinChimeMeeting", "SystemException");
  expect(next).toMatchObject([{ Type: "CallAndBridge" }]);
  expect(desk.meetings.open).toEqual([]);
  expect(line.attributes).not.toHaveProperty("mtg");
});

test("the last destination's failed meeting is deleted before the apology", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.failed("JoinChimeMeeting");
  const actions = await line.failed("JoinChimeMeeting");
  expect(actions.map(({ Type }) => Type)).toEqual(["Speak", "Hangup"]);
  expect(desk.meetings.open).toEqual([]);
});

test("a meeting without an attendee is deleted at once", async () => {
  const desk = meetingFirst();
  desk.ports.meetings.createAttendee = async () => {
    throw new Error("throttled");
  };
  const line = desk.skillCall(await desk.stored());
  expect(await line.incoming()).toMatchObject([{ Type: "CallAndBridge" }]);
  expect(desk.meetings.open).toEqual([]);
});

test("a meeting that cannot be tidied up holds nobody up", async () => {
  const desk = meetingFirst();
  desk.ports.meetings.deleteMeeting = async () => {
    throw new Error("gone");
  };
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.failed("JoinChimeMeeting");
  expect(await line.failed("JoinChimeMeeting")).toMatchObject([{ Type: "CallAndBridge" }]);
  expect(desk.logged("meeting.not-tidied-up")).toHaveLength(2);
});

test("without a context the attendee is named by the call", async () => {
  const desk = new Desk(sampleConfig({ otherwise: [meetingRoom] }));
  const line = desk.line();
  await line.incoming();
  expect(desk.meetings.invited).toMatchObject([{ externalUserId: line.transactionId }]);
});
