import { describe, expect, test } from "@jest/globals";
import {
  answer,
  callAndBridge,
  hangup,
  joinChimeMeeting,
  pause,
  playAudio,
  speak,
} from "@skill-call/pstn-audio";
import {
  branchNumber,
  callerNumber,
  createTestService,
  skillClientId,
  smaNumber,
  type TestService,
} from "../testing/test-service.ts";
import type { WireEvent } from "./events/wire-event.ts";

// Exactly the shape of real events: written out in full, once for each type.

const startedAt = "1795424400000";

const legA = {
  CallId: "id-1",
  ParticipantTag: "LEG-A",
  To: smaNumber,
  From: callerNumber,
  Direction: "Inbound",
  StartTimeInMilliseconds: startedAt,
};

const details = {
  TransactionId: "id-2",
  AwsAccountId: "123456789012",
  AwsRegion: "us-east-1",
  SipRuleId: "rule-1",
  SipMediaApplicationId: "sma-1",
};

const bridge = callAndBridge({
  callerIdNumber: smaNumber,
  endpoint: { type: "PSTN", number: branchNumber },
});

async function lastOf(test: TestService, ms = 60_000): Promise<WireEvent> {
  await test.clock.elapse(ms);
  return test.lastEvent();
}

describe("NEW_INBOUND_CALL", () => {
  test("has neither Status nor SipHeaders when there are no headers", async () => {
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([hangup()]) } });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.lambda.events[0]).toStrictEqual({
      SchemaVersion: "1.0",
      Sequence: 1,
      InvocationEventType: "NEW_INBOUND_CALL",
      CallDetails: { ...details, Participants: [legA] },
    });
  });

  test("hands on X-…, User-to-User and Diversion in the sender's letter case, and nothing else", async () => {
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([hangup()]) } });
    bench.service.placeCall({
      ...bench.invite,
      headers: {
        "user-TO-user": "6373693d31;encoding=hex",
        "x-lower": "1",
        "X-UPPER": "2",
        Diversion: "<sip:+12045550199@example.com>",
        Via: "SIP/2.0/UDP 192.0.2.1",
        "P-Asserted-Identity": "<sip:+12045550198@example.com>",
        Xylophone: "no",
      },
    });
    await bench.clock.elapse(0);
    expect(bench.lambda.events[0]?.CallDetails.Participants[0]?.SipHeaders).toStrictEqual({
      "user-TO-user": "6373693d31;encoding=hex",
      "x-lower": "1",
      "X-UPPER": "2",
      Diversion: "<sip:+12045550199@example.com>",
    });
  });

  test("of a skill call names the skill, once", async () => {
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([hangup()]) } });
    bench.service.placeCall({ ...bench.invite, skillClientId });
    bench.service.placeCall({
      ...bench.invite,
      headers: { "x-alexa-lwa-clientid": skillClientId },
      skillClientId,
    });
    await bench.clock.elapse(0);
    const headers = bench.lambda.events
      .filter(({ Sequence }) => Sequence === 1)
      .map(({ CallDetails }) => CallDetails.Participants[0]?.SipHeaders);
    expect(headers).toStrictEqual([
      { "X-Alexa-LWA-ClientId": skillClientId },
      { "x-alexa-lwa-clientid": skillClientId },
    ]);
  });
});

describe("an outbound call", () => {
  const outbound = {
    ...legA,
    To: callerNumber,
    From: smaNumber,
    Direction: "Outbound",
  };
  const { SipRuleId: _none, ...withoutRule } = details;

  async function eventsOf(argumentsMap?: Record<string, string>) {
    const bench = createTestService({ callee: (phones) => phones.answers({ afterMs: 10 }) });
    bench.service.createCall({
      sipMediaApplicationId: "sma-1",
      fromPhoneNumber: smaNumber,
      toPhoneNumber: callerNumber,
      sipHeaders: { "X-Never": "reaches the Lambda" },
      ...(argumentsMap && { argumentsMap }),
    });
    await bench.clock.elapse(1000);
    return bench.lambda.events;
  }

  test("NEW_OUTBOUND_CALL carries the arguments, neither SipRuleId nor headers nor Status", async () => {
    const [event] = await eventsOf({ contextId: "c1" });
    expect(event).toStrictEqual({
      SchemaVersion: "1.0",
      Sequence: 1,
      InvocationEventType: "NEW_OUTBOUND_CALL",
      ActionData: { Type: "CallCreateRequest", Parameters: { Arguments: { contextId: "c1" } } },
      CallDetails: { ...withoutRule, Participants: [outbound] },
    });
  });

  test("NEW_OUTBOUND_CALL without arguments has no ActionData", async () => {
    const [event] = await eventsOf();
    expect(event).not.toHaveProperty("ActionData");
  });

  test("RINGING and CALL_ANSWERED follow", async () => {
    const [, ringing, answered] = await eventsOf();
    expect(ringing).toStrictEqual({
      SchemaVersion: "1.0",
      Sequence: 2,
      InvocationEventType: "RINGING",
      CallDetails: { ...withoutRule, Participants: [outbound] },
    });
    expect(answered).toStrictEqual({
      SchemaVersion: "1.0",
      Sequence: 3,
      InvocationEventType: "CALL_ANSWERED",
      CallDetails: { ...withoutRule, Participants: [{ ...outbound, Status: "Connected" }] },
    });
  });
});

describe("ACTION_SUCCESSFUL", () => {
  test("after CallAndBridge repeats its parameters, adds LEG-A's CallId and shows both legs", async () => {
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([bridge]) } });
    bench.service.placeCall(bench.invite);
    expect(await lastOf(bench)).toStrictEqual({
      SchemaVersion: "1.0",
      Sequence: 2,
      InvocationEventType: "ACTION_SUCCESSFUL",
      ActionData: {
        Type: "CallAndBridge",
        Parameters: {
          CallerIdNumber: smaNumber,
          Endpoints: [{ BridgeEndpointType: "PSTN", Uri: branchNumber }],
          CallId: "id-1",
        },
      },
      CallDetails: {
        ...details,
        Participants: [
          { ...legA, Status: "Connected" },
          {
            CallId: "id-3",
            ParticipantTag: "LEG-B",
            To: branchNumber,
            From: smaNumber,
            Direction: "Outbound",
            StartTimeInMilliseconds: startedAt,
            Status: "Connected",
          },
        ],
      },
    });
  });

  test("after JoinChimeMeeting shows the meeting as LEG-B", async () => {
    const bench = createTestService({
      answers: ({ InvocationEventType }) =>
        InvocationEventType === "NEW_INBOUND_CALL"
          ? answer([
              joinChimeMeeting({
                joinToken: attendee.joinToken,
                meetingId: meeting.meetingId,
                participantTag: "LEG-A",
              }),
            ])
          : answer([]),
    });
    const meeting = bench.meetings.createMeeting({
      ExternalMeetingId: "transaction",
      MediaRegion: "us-east-1",
    });
    const attendee = bench.meetings.createAttendee(meeting.meetingId, { ExternalUserId: "caller" });
    bench.service.placeCall(bench.invite);
    const event = await lastOf(bench, 0);
    expect(event.InvocationEventType).toBe("ACTION_SUCCESSFUL");
    expect(event.CallDetails.Participants[1]).toMatchObject({
      ParticipantTag: "LEG-B",
      To: "SMA",
      From: smaNumber,
      Direction: "Outbound",
      Status: "Connected",
    });
  });
});

test("ACTION_FAILED carries its error inside ActionData", async () => {
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([bridge]) },
    callee: (phones) => phones.busy(),
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.lambda.events[1]).toStrictEqual({
    SchemaVersion: "1.0",
    Sequence: 2,
    InvocationEventType: "ACTION_FAILED",
    ActionData: {
      Type: "CallAndBridge",
      Parameters: {
        CallerIdNumber: smaNumber,
        Endpoints: [{ BridgeEndpointType: "PSTN", Uri: branchNumber }],
        CallId: "id-1",
      },
      ErrorType: "CallNotAnswered",
      ErrorMessage: "Call not answered",
    },
    CallDetails: { ...details, Participants: [legA] },
  });
});

test("INVALID_LAMBDA_RESPONSE carries its error beside CallDetails", async () => {
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: null, INVALID_LAMBDA_RESPONSE: answer([hangup()]) },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.lambda.events[1]).toStrictEqual({
    SchemaVersion: "1.0",
    Sequence: 2,
    InvocationEventType: "INVALID_LAMBDA_RESPONSE",
    CallDetails: { ...details, Participants: [legA] },
    ErrorType: "InvalidLambdaResponse",
    ErrorMessage: expect.stringContaining("Response is blank or null"),
  });
});

test("CALL_UPDATE_REQUESTED carries the arguments, ACTION_INTERRUPTED the action that was stopped", async () => {
  const music = playAudio({ audioSource: { bucketName: "b", key: "music.wav" }, repeat: 99 });
  const bench = createTestService({
    answers: {
      NEW_INBOUND_CALL: answer([music]),
      CALL_UPDATE_REQUESTED: answer([pause({ durationInMilliseconds: 100 })]),
    },
  });
  const { transactionId } = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(1000);
  bench.service.updateCall({
    sipMediaApplicationId: "sma-1",
    transactionId,
    arguments: { ready: "yes" },
  });
  await bench.clock.elapse(0);
  const [, update, interrupted] = bench.lambda.events;
  expect(update).toMatchObject({
    Sequence: 2,
    InvocationEventType: "CALL_UPDATE_REQUESTED",
    ActionData: { Type: "CallUpdateRequest", Parameters: { Arguments: { ready: "yes" } } },
  });
  expect(interrupted).toMatchObject({
    Sequence: 3,
    InvocationEventType: "ACTION_INTERRUPTED",
    ActionData: { Type: "PlayAudio", Parameters: music.Parameters },
  });
});

describe("HANGUP", () => {
  test("names the leg, and its code as a number", async () => {
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([bridge]) } });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(1000);
    call.hangUp();
    expect(await lastOf(bench, 0)).toMatchObject({
      Sequence: 3,
      InvocationEventType: "HANGUP",
      ActionData: {
        Type: "Hangup",
        Parameters: { SipResponseCode: 0, CallId: "id-1", ParticipantTag: "LEG-A" },
      },
      CallDetails: {
        Participants: [
          { CallId: "id-1", Status: "Disconnected" },
          { CallId: "id-3", Status: "Connected" },
        ],
      },
    });
  });

  test("keeps LEG-A's headers", async () => {
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([hangup()]) } });
    bench.service.placeCall({ ...bench.invite, headers: { "X-A": "1" } });
    const event = await lastOf(bench, 0);
    expect(event.InvocationEventType).toBe("HANGUP");
    expect(event.CallDetails.Participants[0]?.SipHeaders).toEqual({ "X-A": "1" });
  });
});

test("the sequence grows by one with each event of a call", async () => {
  const say = speak({ text: "hello", callId: "id-1" });
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([say]), ACTION_SUCCESSFUL: answer([hangup()]) },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(60_000);
  expect(bench.lambda.events.map(({ Sequence }) => Sequence)).toEqual([1, 2, 3]);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "HANGUP"]);
});
