import { expect, test } from "@jest/globals";
import bothLegsEnded from "../../test/guide-events/hangup-ending-both-legs.json" with {
  type: "json",
};
import { rawEvent, rawLeg, rawLegB } from "../../test/raw-event.ts";
import { hangUp } from "./hang-up.ts";
import { readEvent } from "./read-event.ts";

function hungUp(ActionData: unknown, legs: readonly unknown[] = [rawLeg(), rawLegB()]) {
  return hangUp(
    readEvent(rawEvent({ event: { InvocationEventType: "HANGUP", ActionData }, legs })),
  );
}

test("the guide's hang-up is LEG-A's and has no response code", () => {
  const hangUpOfBoth = hangUp(readEvent(bothLegsEnded));
  expect(hangUpOfBoth?.leg?.tag).toBe("LEG-A");
  expect(hangUpOfBoth).not.toHaveProperty("sipResponseCode");
});

test("the leg is the one with the CallId, whatever the tag says", () => {
  const Parameters = { CallId: "call-b", ParticipantTag: "LEG-A" };
  expect(hungUp({ Type: "Hangup", Parameters })?.leg?.callId).toBe("call-b");
});

test("a LEG-B hang-up printed as ReceiveDigits with tags Leg-A and Leg-B is LEG-B's", () => {
  const legs = [rawLeg({ ParticipantTag: "Leg-A" }), rawLegB({ ParticipantTag: "Leg-B" })];
  const Parameters = { ParticipantTag: "Leg-B" };
  expect(hungUp({ Type: "ReceiveDigits", Parameters }, legs)?.leg?.callId).toBe("call-b");
});

test("where the event names no leg it is the only ended one", () => {
  const legs = [rawLeg(), rawLegB({ Status: "Disconnected" })];
  expect(hungUp(undefined, legs)?.leg?.callId).toBe("call-b");
});

test("where nothing tells the leg there is none", () => {
  expect(hungUp({ Type: "Hangup", Parameters: {} })).toEqual({});
  const bothEnded = [rawLeg({ Status: "Disconnected" }), rawLegB({ Status: "Disconnected" })];
  expect(hungUp({ Type: "Hangup", Parameters: {} }, bothEnded)).toEqual({});
});

test.each([
  [480, 480],
  ["486", 486],
  [0, 0],
])("the response code %j is read as %d", (SipResponseCode, code) => {
  expect(hungUp({ Type: "Hangup", Parameters: { SipResponseCode } })?.sipResponseCode).toBe(code);
});

test("other events tell of no hang-up", () => {
  expect(hangUp(readEvent(rawEvent()))).toBeUndefined();
});
