import { expect, test } from "@jest/globals";
import { readEvent } from "@skill-call/pstn-audio";
import { hangUpAll, legsStillUp } from "./legs.ts";

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

test("a leg without a CallId is hung up by its tag", () => {
  const { CallId: _, ...nameless } = legB;
  expect(hangUpAll(hangup([legA, nameless], { CallId: "a" }))).toEqual([
    { Type: "Hangup", Parameters: { ParticipantTag: "LEG-B" } },
  ]);
});
