import { expect, test } from "@jest/globals";
import { rawEvent } from "../../test/raw-event.ts";
import { callArguments } from "./call-arguments.ts";
import { readEvent } from "./read-event.ts";

test.each([
  ["NEW_OUTBOUND_CALL", "CallCreateRequest"],
  ["CALL_UPDATE_REQUESTED", "CallUpdateRequest"],
])("the arguments of %s are read", (InvocationEventType, Type) => {
  const ActionData = { Type, Parameters: { Arguments: { contextId: "abc", tries: 2 } } };
  const event = readEvent(rawEvent({ event: { InvocationEventType, ActionData } }));
  expect(callArguments(event)).toEqual({ contextId: "abc", tries: "2" });
});

test("an event without arguments has an empty map", () => {
  expect(callArguments(readEvent(rawEvent()))).toEqual({});
});
