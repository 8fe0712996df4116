import { expect, test } from "@jest/globals";
import meetingJoined from "../../test/guide-events/action-successful-join-chime-meeting.json" with {
  type: "json",
};
import { findLeg } from "./find-leg.ts";
import { readEvent } from "./read-event.ts";

test("the guide's joined meeting has the SMA on its second leg", () => {
  expect(findLeg(readEvent(meetingJoined), "LEG-B")).toMatchObject({ to: "SMA" });
});
