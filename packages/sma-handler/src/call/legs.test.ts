import { expect, test } from "@jest/globals";
import { readEvent } from "@skill-call/pstn-audio";
import { callerLeg, hangUpAll, legsStillUp } from "./legs.ts";

function hangup(participants: readonly object[], parameters: object = {}) {
  return readEvent({
    InvocationEventType: "HANGUP",
    ActionData: { Type: "Hangup", Parameters: parameters },
    CallDetails: { Participants: participants },
  });
}

const legA = { CallId: "a", ParticipantTag: "LEG-A", Direction: "Inbound" };
const legB = { CallId: "b", ParticipantTag: "LEG-B", Direction: "Outbound" };

test("every leg that is not known to have ended is hung up by its CallId", () => {
  const event = hangup([{ ...legA, Status: "Disconnected" }, legB, { ...legB, CallId: "b-2" }]);
  expect(hangUpAll(event)).toEqual([
    { Type: "Hangup", Parameters: { CallId: "b" } },
    { Type: "Hangup", Parameters: { CallId: "b-2" } },
  ]);
});

test("the leg that hung up is not hung up again, also where the event gives it no status", () => {
  expect(legsStillUp(hangup([legA, legB], { CallId: "a" }))).toMatchObject([{ callId: "b" }]);
});

test("an answer holds no more hang-ups than the service takes, the stubborn leg's not among them", () => {
  const legs = Array.from({ length: 12 }, (_, nth) => ({ ...legB, CallId: `b-${nth}` }));
  const event = readEvent({
    Sequence: 2,
    InvocationEventType: "ACTION_FAILED",
    ActionData: { Type: "Hangup", Parameters: { CallId: "b-0" } },
    CallDetails: { TransactionId: "t", Participants: legs },
  });
  const ids = hangUpAll(event).map((action) => Object(action.Parameters).CallId);
  expect(ids).toEqual(legs.slice(1, 10).map(({ CallId }) => CallId));
});

test("a leg without a CallId is hung up by its tag", () => {
  const { CallId: _, ...nameless } = legB;
  expect(hangUpAll(hangup([legA, nameless], { CallId: "a" }))).toEqual([
    { Type: "Hangup", Parameters: { ParticipantTag: "LEG-B" } },
  ]);
});

function failed(action: object | undefined, type = "ACTION_FAILED") {
  return readEvent({
    InvocationEventType: type,
    Sequence: 2,
    ActionData: action,
    CallDetails: { TransactionId: "t", Participants: [legA, legB] },
  });
}

const order = (event: ReturnType<typeof failed>) =>
  hangUpAll(event).map(({ Parameters }) => Parameters);
const aThenB = [{ CallId: "a" }, { CallId: "b" }];
const bThenA = [{ CallId: "b" }, { CallId: "a" }];

test.each([
  ["by its CallId", { CallId: "a" }, bThenA],
  ["by another's CallId, whatever the tag", { CallId: "b", ParticipantTag: "LEG-A" }, aThenB],
  ["by its tag", { ParticipantTag: "LEG-A" }, bThenA],
  ["by its tag in other letters", { ParticipantTag: "leg-a" }, bThenA],
  ["by another's tag", { ParticipantTag: "LEG-B" }, aThenB],
])("the leg whose Hangup failed, named %s, comes last", (_, Parameters, expected) => {
  expect(order(failed({ Type: "Hangup", Parameters }))).toEqual(expected);
});

test("what is not a failed Hangup leaves the order as it is", () => {
  const Parameters = { CallId: "a" };
  expect(order(failed({ Type: "Speak", Parameters }))).toEqual(aThenB);
  expect(order(failed({ Type: "Hangup", Parameters }, "ACTION_SUCCESSFUL"))).toEqual(aThenB);
  expect(order(failed(undefined))).toEqual(aThenB);
});

test("the caller's leg is named by its CallId, or by its tag where it has none", () => {
  expect(callerLeg(hangup([legB, legA]))).toEqual({ callId: "a" });
  expect(callerLeg(hangup([legB]))).toEqual({ participantTag: "LEG-A" });
});
