import { expect, test } from "@jest/globals";
import { rawEvent, rawLeg, rawLegB } from "../../test/raw-event.ts";
import { hangup } from "../actions/hangup.ts";
import type { EventType } from "../events/event.ts";
import { readEvent } from "../events/read-event.ts";
import { answer } from "./answer.ts";
import { checkAnswer } from "./check-answer.ts";

const ignored: readonly EventType[] = ["NEW_OUTBOUND_CALL", "RINGING", "ACTION_INTERRUPTED"];

test.each(ignored)("actions that answer %s draw a warning, for they are not run", (eventType) => {
  expect(checkAnswer(answer([hangup()]), { eventType })).toEqual([
    {
      severity: "warning",
      scope: "answer",
      field: "Actions",
      message: `The service does not run the actions of an answer to this ${eventType}.`,
    },
  ]);
  expect(checkAnswer(answer([]), { eventType })).toEqual([]);
});

function warningsOnHangup(...legs: readonly unknown[]) {
  const event = readEvent(rawEvent({ event: { InvocationEventType: "HANGUP" }, legs }));
  return checkAnswer(answer([hangup()]), { eventType: event.type, legs: event.legs });
}

test("actions that answer a HANGUP are run while a leg lives", () => {
  const ended = { Status: "Disconnected" };
  expect(warningsOnHangup(rawLeg(ended), rawLegB())).toEqual([]);
  expect(warningsOnHangup(rawLeg(ended), rawLegB(ended))).toMatchObject([{ severity: "warning" }]);
});

test("without the legs a HANGUP draws no warning", () => {
  expect(checkAnswer(answer([hangup()]), { eventType: "HANGUP" })).toEqual([]);
});
