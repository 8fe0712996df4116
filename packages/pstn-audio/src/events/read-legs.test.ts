import { expect, test } from "@jest/globals";
import { rawEvent, rawLeg, rawLegB } from "../../test/raw-event.ts";
import { readEvent } from "./read-event.ts";

function tagsOf(legs: readonly unknown[]) {
  return readEvent(rawEvent({ legs })).legs.map(({ callId, tag }) => [callId, tag]);
}

test("tags are read without regard to letter case", () => {
  const legs = [rawLeg({ ParticipantTag: "Leg-A" }), rawLegB({ ParticipantTag: "leg-b" })];
  expect(tagsOf(legs)).toEqual([
    ["call-a", "LEG-A"],
    ["call-b", "LEG-B"],
  ]);
});

test("an untagged inbound leg is LEG-A, wherever it stands", () => {
  const legs = [rawLegB({ ParticipantTag: undefined }), rawLeg({ ParticipantTag: undefined })];
  expect(tagsOf(legs)).toEqual([
    ["call-b", "LEG-B"],
    ["call-a", "LEG-A"],
  ]);
});

test("a call's only leg is LEG-A, also when it goes out", () => {
  expect(tagsOf([rawLeg({ ParticipantTag: undefined, Direction: "Outbound" })])).toEqual([
    ["call-a", "LEG-A"],
  ]);
});

test("an untagged outbound leg is what the tagged one is not", () => {
  const outbound = { ParticipantTag: undefined, Direction: "Outbound" };
  expect(tagsOf([rawLegB(), rawLeg(outbound)])).toEqual([
    ["call-b", "LEG-B"],
    ["call-a", "LEG-A"],
  ]);
  expect(tagsOf([rawLegB(outbound), rawLeg({ Direction: "Outbound" })])).toEqual([
    ["call-b", "LEG-B"],
    ["call-a", "LEG-A"],
  ]);
});

test("two untagged outbound legs are not told apart by position", () => {
  const legs = [rawLegB({ ParticipantTag: undefined }), rawLegB({ ParticipantTag: undefined })];
  expect(() => tagsOf(legs)).toThrow(
    expect.objectContaining({ field: "CallDetails.Participants[0].ParticipantTag" }),
  );
});

test.each([
  ["Connected", "connected"],
  ["DISCONNECTED", "disconnected"],
  ["Connected/Disconnected", "unknown"],
  [undefined, "unknown"],
])("Status %s is read as %s", (Status, status) => {
  expect(readEvent(rawEvent({ legs: [rawLeg({ Status })] })).legs[0]?.status).toBe(status);
});

test("headers keep their letter case; an absent map is an empty one", () => {
  const headersOf = (SipHeaders: unknown) =>
    readEvent(rawEvent({ legs: [rawLeg({ SipHeaders })] })).legs[0]?.headers;
  expect(headersOf({ "X-LexInfo": "a" })).toEqual({ "X-LexInfo": "a" });
  expect(headersOf(undefined)).toEqual({});
  expect(headersOf("none")).toEqual({});
});

test("of a header with several values the first that is not empty counts", () => {
  const legs = [
    rawLeg({ SipHeaders: { "X-Floor": ["", "3", "4"], "X-Empty": [], "X-Null": null } }),
  ];
  expect(readEvent(rawEvent({ legs })).legs[0]?.headers).toEqual({ "X-Floor": "3" });
});

test("of User-to-User every value is kept, as one list", () => {
  const SipHeaders = {
    "User-To-User": ["00fa;encoding=hex", "", "6373693d64"],
    "user-to-user": [],
  };
  expect(readEvent(rawEvent({ legs: [rawLeg({ SipHeaders })] })).legs[0]?.headers).toEqual({
    "User-To-User": "00fa;encoding=hex, 6373693d64",
  });
});
