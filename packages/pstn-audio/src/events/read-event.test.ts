import { expect, test } from "@jest/globals";
import meetingJoined from "../../test/guide-events/action-successful-join-chime-meeting.json" with {
  type: "json",
};
import audioPlayed from "../../test/guide-events/action-successful-with-attributes.json" with {
  type: "json",
};
import bothLegsEnded from "../../test/guide-events/hangup-ending-both-legs.json" with {
  type: "json",
};
import tooManyAttributes from "../../test/guide-events/invalid-lambda-response-too-many-attributes.json" with {
  type: "json",
};
import skillCall from "../../test/guide-events/new-inbound-call-of-a-skill.json" with {
  type: "json",
};
import newOutboundCall from "../../test/guide-events/new-outbound-call.json" with { type: "json" };
import placeholder from "../../test/guide-events/placeholder-event-type.json" with { type: "json" };
import ringing from "../../test/guide-events/ringing.json" with { type: "json" };
import { rawEvent, rawLeg } from "../../test/raw-event.ts";
import { EventFormatError, UnknownEventTypeError } from "../errors.ts";
import { readEvent } from "./read-event.ts";

test("reads the guide's skill call whole", () => {
  expect(readEvent(skillCall)).toEqual({
    type: "NEW_INBOUND_CALL",
    sequence: 1,
    transactionId: "46e6f593-1f1c-4808-9166-a141624cf145",
    attributes: {},
    awsAccountId: "123456789012",
    awsRegion: "us-east-1",
    sipMediaApplicationId: "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
    sipRuleId: "7c06ea33-b310-4534-9660-207f13284187",
    legs: [
      {
        callId: "b7b95da2-fe0a-4890-85cc-433cb3931399",
        tag: "LEG-A",
        direction: "inbound",
        to: "+16073331111",
        from: "+12045551111",
        status: "unknown",
        startedAt: 1666234046768,
        headers: {
          "user-to-user": "6373693d64623739323233332d386466;encoding=hex",
          "X-Alexa-LWA-ClientId": "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
        },
      },
    ],
  });
});

test("reads the guide's refused answer with the error at top level", () => {
  expect(readEvent(tooManyAttributes)).toMatchObject({
    type: "INVALID_LAMBDA_RESPONSE",
    error: {
      type: "TransactionAttributesInvalidMapSize",
      message: "Transaction Attributes has too many mappings. Maximum number of mappings is 10",
    },
  });
});

test("reads the guide's played audio with action and attributes", () => {
  expect(readEvent(audioPlayed)).toMatchObject({
    type: "ACTION_SUCCESSFUL",
    attributes: { key1: "value1", key2: "value2" },
    action: { type: "PlayAudio", parameters: { Repeat: 1, ParticipantTag: "LEG-A" } },
    legs: [{ status: "connected" }],
  });
});

test("reads the guide's outbound call: SipApplicationId, no SIP rule, no status, 15 digits of time", () => {
  const event = readEvent(newOutboundCall);
  expect(event).toMatchObject({
    type: "NEW_OUTBOUND_CALL",
    sipMediaApplicationId: "sip-application-id",
    legs: [{ tag: "LEG-A", direction: "outbound", status: "unknown", startedAt: 159700958834234 }],
  });
  expect(event).not.toHaveProperty("sipRuleId");
});

test("reads the guide's ringing leg", () => {
  expect(readEvent(ringing)).toMatchObject({ type: "RINGING", legs: [{ callId: "call-id-1" }] });
});

test("reads the guide's joined meeting: LEG-B goes to the SMA", () => {
  expect(readEvent(meetingJoined)).toMatchObject({
    action: { type: "JoinChimeMeeting" },
    legs: [
      { tag: "LEG-A", status: "connected" },
      { tag: "LEG-B", to: "SMA", status: "connected" },
    ],
  });
});

test("reads the guide's hang-up that ends both legs", () => {
  expect(readEvent(bothLegsEnded).legs.map((leg) => leg.status)).toEqual([
    "disconnected",
    "disconnected",
  ]);
});

test("the guide's placeholder is no event type: an error of its own kind, for the call may go on", () => {
  expect(() => readEvent(placeholder)).toThrow(UnknownEventTypeError);
  expect(() => readEvent(placeholder)).toThrow(
    "Not an event of the PSTN Audio service: InvocationEventType is none that the service sends",
  );
});

test("the key InvocationEvent and the value ActionFailed are read as the JoinChimeMeeting page prints them", () => {
  const raw = rawEvent({
    event: { InvocationEventType: undefined, InvocationEvent: "ActionFailed" },
  });
  expect(readEvent(raw).type).toBe("ACTION_FAILED");
});

test("SipMediaApplicationId wins over SipApplicationId", () => {
  expect(readEvent(rawEvent({ call: { SipApplicationId: "older" } })).sipMediaApplicationId).toBe(
    "sma-1",
  );
});

test("a sequence may come as a string", () => {
  expect(readEvent(rawEvent({ event: { Sequence: "7" } })).sequence).toBe(7);
});

test("a start time may come as a number, and one that is none is left out", () => {
  const started = (value: unknown) =>
    readEvent(rawEvent({ legs: [rawLeg({ StartTimeInMilliseconds: value })] })).legs[0]?.startedAt;
  expect(started(1666234046768)).toBe(1666234046768);
  expect(started("soon")).toBeUndefined();
});

test("attributes that are no strings become strings, and nothing else becomes one", () => {
  const call = { TransactionAttributes: { tries: 2, last: true, none: null, deep: { a: 1 } } };
  expect(readEvent(rawEvent({ call })).attributes).toEqual({ tries: "2", last: "true" });
});

test.each([
  ["InvocationEventType", { event: { InvocationEventType: undefined } }],
  ["Sequence", { event: { Sequence: undefined } }],
  ["Sequence", { event: { Sequence: "first" } }],
  ["Sequence", { event: { Sequence: 1.5 } }],
  ["Sequence", { event: { Sequence: -1 } }],
  ["Sequence", { event: { Sequence: "" } }],
  ["CallDetails", { event: { CallDetails: undefined } }],
  ["CallDetails.TransactionId", { call: { TransactionId: undefined } }],
  ["CallDetails.TransactionId", { call: { TransactionId: " " } }],
  ["CallDetails.Participants", { call: { Participants: undefined } }],
  ["CallDetails.Participants[1]", { legs: [rawLeg(), null] }],
  ["CallDetails.Participants[0].CallId", { legs: [rawLeg({ CallId: undefined })] }],
  ["CallDetails.Participants[0].Direction", { legs: [rawLeg({ Direction: "Sideways" })] }],
])("without a right %s it is no event, and the error names that field", (field, parts) => {
  expect(() => readEvent(rawEvent(parts))).toThrow(EventFormatError);
  expect(() => readEvent(rawEvent(parts))).toThrow(
    expect.objectContaining({ code: "pstn-audio.event-format", field }),
  );
});

test.each([undefined, null, "", "{}", 1, true, []])("%j is no event", (raw) => {
  expect(() => readEvent(raw)).toThrow(EventFormatError);
});

test("an error says what is wrong with the field and repeats no value of the event", () => {
  const raw = rawEvent({ legs: [rawLeg({ CallId: undefined })] });
  expect(() => readEvent(raw)).toThrow(
    "Not an event of the PSTN Audio service: CallDetails.Participants[0].CallId is missing",
  );
});

test("nothing is refused on a HANGUP", () => {
  expect(readEvent({ InvocationEventType: "HANGUP" })).toEqual({
    type: "HANGUP",
    sequence: 0,
    transactionId: "",
    attributes: {},
    legs: [],
  });
});

test("a HANGUP with a leg that cannot be read keeps what can be", () => {
  const raw = rawEvent({
    event: { InvocationEventType: "HANGUP" },
    legs: ["?", { CallId: "call-x" }, rawLeg({ Direction: undefined })],
  });
  expect(readEvent(raw).legs).toMatchObject([
    { callId: "call-x", direction: "outbound", to: "", from: "" },
    { callId: "call-a", tag: "LEG-A" },
  ]);
});
