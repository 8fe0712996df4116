import { expect, test } from "@jest/globals";
import { rawEvent, rawLeg, rawLegB } from "../../test/raw-event.ts";
import { liveLegs } from "./live-legs.ts";
import { readEvent } from "./read-event.ts";

test("a leg without a status may be connected and so counts as live", () => {
  const legs = [rawLeg(), rawLegB({ Status: "Disconnected" })];
  expect(liveLegs(readEvent(rawEvent({ legs }))).map((leg) => leg.callId)).toEqual(["call-a"]);
});
