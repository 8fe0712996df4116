import { expect, test } from "@jest/globals";
import { rawEvent } from "../../test/raw-event.ts";
import { readEvent } from "./read-event.ts";

function errorOf(event: Readonly<Record<string, unknown>>) {
  return readEvent(rawEvent({ event: { InvocationEventType: "ACTION_FAILED", ...event } })).error;
}

const inAction = { ErrorType: "CallNotAnswered", ErrorMessage: "Call not answered" };
const onTop = { ErrorType: "SystemException", ErrorMessage: "System error" };

test("an error in ActionData wins over one at top level", () => {
  expect(errorOf({ ActionData: { Type: "CallAndBridge", ...inAction }, ...onTop })).toEqual({
    type: "CallNotAnswered",
    message: "Call not answered",
  });
});

test("an error at top level wins over one in one string", () => {
  expect(errorOf({ ActionData: { Error: "Other: thing" }, ...onTop })).toEqual({
    type: "SystemException",
    message: "System error",
  });
});

test.each([
  [
    "ErrorJoiningMeeting: Error while joining meeting.",
    "ErrorJoiningMeeting",
    "Error while joining meeting.",
  ],
  ["Upload: s3://bucket: denied", "Upload", "s3://bucket: denied"],
  ["Busy", "Busy", ""],
])("an error in one string is split at its first colon: %s", (text, type, message) => {
  expect(errorOf({ ActionData: { Error: text } })).toEqual({ type, message });
});

test.each([
  [{ Error: "Could not call +14165550142" }, "Could not call +14165550142"],
  [{ Error: "+14165550142: busy" }, "+14165550142: busy"],
  [{ Error: ": busy" }, ": busy"],
  [{ ErrorType: "+14165550142", ErrorMessage: "busy" }, "+14165550142: busy"],
  [{ ErrorType: "x".repeat(101) }, "x".repeat(101)],
])("what is no name is no type: %j", (ActionData, message) => {
  expect(errorOf({ ActionData })).toEqual({ type: "UnknownError", message });
});

test("an error without a message has an empty one", () => {
  expect(errorOf({ ErrorType: "SystemException" })).toEqual({
    type: "SystemException",
    message: "",
  });
});

test("a type in ActionData takes its message from top level where it has none itself", () => {
  const ActionData = { Type: "Speak", ErrorType: "AccessDenied" };
  expect(errorOf({ ActionData, ErrorMessage: "The role is missing" })).toEqual({
    type: "AccessDenied",
    message: "The role is missing",
  });
});

test("an event without an error has none", () => {
  expect(errorOf({})).toBeUndefined();
});
