import { expect, test } from "@jest/globals";
import { rawEvent, rawLeg, rawLegB } from "../../test/raw-event.ts";
import { findLeg } from "./find-leg.ts";
import { readEvent } from "./read-event.ts";

function eventWith(...legs: readonly unknown[]) {
  return readEvent(rawEvent({ legs }));
}

test("a leg is found by its tag, not by its position", () => {
  const event = eventWith(rawLegB(), rawLeg());
  expect(findLeg(event, "LEG-A")?.callId).toBe("call-a");
  expect(findLeg(event, "LEG-B")?.callId).toBe("call-b");
});

test("a leg that is not there is not found", () => {
  expect(findLeg(eventWith(rawLeg()), "LEG-B")).toBeUndefined();
});

test("of two legs with a tag the living one is found", () => {
  const event = eventWith(
    rawLeg(),
    rawLegB({ CallId: "first-try", Status: "Disconnected" }),
    rawLegB({ CallId: "second-try", Status: "Connected" }),
  );
  expect(findLeg(event, "LEG-B")?.callId).toBe("second-try");
});

test("an ended leg is found where no other has the tag", () => {
  const event = eventWith(rawLeg(), rawLegB({ Status: "Disconnected" }));
  expect(findLeg(event, "LEG-B")?.callId).toBe("call-b");
});
