import { expect, test } from "@jest/globals";
import { rawEvent } from "../../test/raw-event.ts";
import { readEvent } from "./read-event.ts";
import { receivedDigits } from "./received-digits.ts";

function digitsOf(event: Readonly<Record<string, unknown>>) {
  return receivedDigits(readEvent(rawEvent({ event })));
}

test.each([
  ["DIGITS_RECEIVED", "ReceiveDigits"],
  ["ACTION_SUCCESSFUL", "SpeakAndGetDigits"],
  ["ACTION_SUCCESSFUL", "PlayAudioAndGetDigits"],
])("the digits of %s after %s are read", (InvocationEventType, Type) => {
  expect(digitsOf({ InvocationEventType, ActionData: { Type, ReceivedDigits: "11#" } })).toBe(
    "11#",
  );
});

test("digits beside ActionData are read as the guide prints them once", () => {
  expect(digitsOf({ ActionData: { Type: "PlayAudioAndGetDigits" }, ReceivedDigits: "1234" })).toBe(
    "1234",
  );
});

test("ReceiveDigits that has only begun to listen brings none", () => {
  const ActionData = { Type: "ReceiveDigits", ReceivedDigits: "" };
  expect(digitsOf({ InvocationEventType: "ACTION_SUCCESSFUL", ActionData })).toBeUndefined();
});
