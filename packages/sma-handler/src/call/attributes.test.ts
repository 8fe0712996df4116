import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromAttributes, toAttributes } from "./attributes.ts";
import { type CallState, contextProblems, languages, newCall, phases } from "./call-state.ts";

const wholeState: CallState = {
  phase: "trying",
  contextId: "db792233-8df3-416c-8d80-a70038747b74",
  contextProblem: "store-unavailable",
  userToUser: "csi%3Ddb792233",
  language: "es",
  position: { rule: 3, destination: 1, attempt: 2, document: "u-Tx_9aZ" },
  meeting: { meetingId: "m-1", attendeeId: "a-1" },
  failedLeg: "leg-b",
  wasConnected: true,
  answered: 12,
  invalidAnswers: 1,
  failedHangUps: 2,
};

const id = fc.stringMatching(/^[A-Za-z0-9._~-]{1,100}$/);
const states: fc.Arbitrary<CallState> = fc.record(
  {
    phase: fc.constantFrom(...phases),
    contextId: id,
    contextProblem: fc.constantFrom(...contextProblems),
    userToUser: fc.string({ minLength: 1 }),
    language: fc.constantFrom(...languages),
    position: fc.record(
      {
        rule: fc.oneof(fc.nat(), fc.constant("otherwise" as const)),
        destination: fc.nat(),
        attempt: fc.nat(),
        document: fc.stringMatching(/^[\w-]{8}$/),
      },
      { requiredKeys: ["rule", "destination", "attempt"] },
    ),
    meeting: fc.record({ meetingId: id, attendeeId: id }),
    failedLeg: id,
    wasConnected: fc.boolean(),
    answered: fc.nat(),
    invalidAnswers: fc.nat(),
    failedHangUps: fc.nat(),
  },
  {
    requiredKeys: [
      "phase",
      "language",
      "wasConnected",
      "answered",
      "invalidAnswers",
      "failedHangUps",
    ],
  },
);

test("a state is kept in short keys, and in no more than the ten that an older guide allows", () => {
  expect(toAttributes(wholeState)).toEqual({
    at: "trying",
    id: "db792233-8df3-416c-8d80-a70038747b74",
    why: "store-unavailable",
    uui: "csi%3Ddb792233",
    lang: "es",
    to: "3/1/2/u-Tx_9aZ",
    mtg: "m-1/a-1",
    off: "leg-b",
    con: "1",
    n: "12/1/2",
  });
});

test("every state comes back as it was", () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(fromAttributes(toAttributes(state))).toEqual(state);
    }),
  );
});

test("attributes of no call of ours are those of a new call", () => {
  expect(fromAttributes({})).toEqual(newCall);
  expect(fromAttributes({ key1: "value1", at: "the moon" })).toEqual(newCall);
});

test("an attribute that cannot be read counts as absent", () => {
  expect(
    fromAttributes({ at: "trying", to: "first", mtg: "m-1", n: "x", lang: "de", why: "?" }),
  ).toEqual({ ...newCall, phase: "trying" });
});

test("any attributes at all can be read", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("at", "to", "mtg", "n", "id"), fc.string()),
      (any) => {
        expect(phases).toContain(fromAttributes(any).phase);
      },
    ),
  );
});

test.each([
  { at: "trying" },
  { at: "trying", to: "1/2", mtg: "m", n: "1/2" },
  { at: "trying", to: "x1/2/3", mtg: "x/m/a", n: "x1/2/3" },
  { at: "trying", to: "1/2/3x", mtg: "m/a/x", n: "1/2/3x" },
  { at: "trying", to: "", mtg: "?", n: "" },
])("of %j nothing is known but the phase", (attributes) => {
  expect(fromAttributes(attributes)).toStrictEqual({ ...newCall, phase: "trying" });
});

test("a meeting that may be open is kept without one that is", () => {
  const lateMeeting = { rule: 3, destination: 0, attempt: 1 } as const;
  const attributes = toAttributes({ ...newCall, phase: "trying", lateMeeting });
  expect(attributes.mtg).toBe("?3/0/1");
  expect(fromAttributes(attributes)).toStrictEqual({ ...newCall, phase: "trying", lateMeeting });
});

test("an attribute may be as long as the longest that we write", () => {
  const userToUser = "u".repeat(2_048);
  expect(fromAttributes({ at: "trying", uui: userToUser })).toMatchObject({ userToUser });
  expect(fromAttributes({ at: "trying", uui: `${userToUser}u` })).not.toHaveProperty("userToUser");
});

test.each(["id", "uui", "off", "mtg"])(
  "an attribute %s that is too long to be ours counts as absent",
  (name) => {
    const given = { at: "trying", n: "1/0/0", [name]: `${"m".repeat(2_040)}/attendee` };
    expect(toAttributes(fromAttributes(given))).not.toHaveProperty(name);
  },
);
