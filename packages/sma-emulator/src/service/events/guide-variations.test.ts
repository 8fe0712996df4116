import { describe, expect, test } from "@jest/globals";
import { answer, hangUp, hangup, type PstnAudioEvent, readEvent } from "@skill-call/pstn-audio";
import { branchNumber, createTestService, smaNumber } from "../../testing/test-service.ts";
import { type GuideVariation, guideVariations, varied } from "./guide-variations.ts";
import type { WireEvent } from "./wire-event.ts";

const participant = {
  CallId: "call-a",
  ParticipantTag: "LEG-A",
  To: smaNumber,
  From: branchNumber,
  Direction: "Inbound",
  StartTimeInMilliseconds: "1795424400000",
} as const;

function eventOf(type: string, more: Partial<WireEvent> = {}): WireEvent {
  return {
    SchemaVersion: "1.0",
    Sequence: 1,
    InvocationEventType: type,
    CallDetails: {
      TransactionId: "transaction",
      AwsAccountId: "123456789012",
      AwsRegion: "us-east-1",
      SipMediaApplicationId: "sma-1",
      Participants: [{ ...participant, SipHeaders: { "User-to-User": "00;encoding=hex" } }],
    },
    ...more,
  };
}

const newCall = eventOf("NEW_INBOUND_CALL");
const failure = eventOf("ACTION_FAILED", {
  ActionData: {
    Type: "JoinChimeMeeting",
    Parameters: {},
    ErrorType: "SystemException",
    ErrorMessage: "System error",
  },
});
const hangUpOfLegB = eventOf("HANGUP", {
  ActionData: {
    Type: "Hangup",
    Parameters: { SipResponseCode: 0, CallId: "call-b", ParticipantTag: "LEG-B" },
  },
});

describe("an event as the guide prints it", () => {
  test.each<[GuideVariation, WireEvent, object]>([
    ["sip-application-id", newCall, { CallDetails: { SipApplicationId: "sma-1" } }],
    ["invocation-event", newCall, { InvocationEvent: "NEW_INBOUND_CALL" }],
    ["status-on-new-calls", newCall, { CallDetails: { Participants: [{ Status: "Connected" }] } }],
    ["sequence-from-2", newCall, { Sequence: 2 }],
    [
      "start-time-of-15-digits",
      newCall,
      { CallDetails: { Participants: [{ StartTimeInMilliseconds: "179542440000000" }] } },
    ],
    [
      "tags-in-mixed-case",
      newCall,
      { CallDetails: { Participants: [{ ParticipantTag: "Leg-A" }] } },
    ],
    [
      "headers-in-lower-case",
      newCall,
      { CallDetails: { Participants: [{ SipHeaders: { "user-to-user": "00;encoding=hex" } }] } },
    ],
    [
      "hangup-without-code",
      hangUpOfLegB,
      { ActionData: { Parameters: { CallId: "call-b", ParticipantTag: "LEG-B" } } },
    ],
    ["hangup-as-receive-digits", hangUpOfLegB, { ActionData: { Type: "ReceiveDigits" } }],
    ["error-at-top-level", failure, { ErrorType: "SystemException", ErrorMessage: "System error" }],
    ["error-in-one-text", failure, { ActionData: { Error: "SystemException: System error" } }],
  ])("%s", (name, event, printed) => {
    const sent = varied(event, [name]);
    expect(sent).toMatchObject(printed);
    expect(sent).not.toEqual(event);
  });

  test("hangup-without-code leaves the code out", () => {
    const sent = varied(hangUpOfLegB, ["hangup-without-code"]);
    expect(JSON.stringify(sent)).not.toContain("SipResponseCode");
  });

  test("there is a row above for every variation", () => {
    // And the two unknown facts, which change no event's shape: unknown-facts.test.ts.
    expect(guideVariations).toHaveLength(11 + 2);
  });
});

const said = ({ type, transactionId, sipMediaApplicationId, error, legs }: PstnAudioEvent) => ({
  type,
  transactionId,
  sipMediaApplicationId,
  error,
  legs: legs.map(({ callId, tag }) => ({ callId, tag })),
});

test.each([
  ["a new call", newCall],
  ["a failure", failure],
  ["a hang-up", hangUpOfLegB],
])("a tolerant reader finds the same in %s, all variations at once", (_what, event) => {
  const names = guideVariations.filter((name) => name !== "error-in-one-text");
  const read = readEvent(varied(event, names));
  expect(said(read)).toEqual(said(readEvent(event)));
});

test("without variations an event goes out as it is", () => {
  expect(varied(newCall, [])).toEqual(newCall);
});

test("a service can send them", async () => {
  const bench = createTestService({
    answers: () => answer([hangup()]),
    variations: ["sip-application-id", "invocation-event", "hangup-without-code"],
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  const last = readEvent(bench.lastEvent());
  expect(bench.lastEvent()).toHaveProperty("InvocationEvent", "HANGUP");
  expect(last.sipMediaApplicationId).toBe("sma-1");
  expect(hangUp(last)?.sipResponseCode).toBeUndefined();
});
