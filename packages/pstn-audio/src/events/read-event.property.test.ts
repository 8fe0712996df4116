import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { rawEvent, rawLeg } from "../../test/raw-event.ts";
import { isPstnAudioError } from "../errors.ts";
import { type EventType, eventTypes, type PstnAudioEvent } from "./event.ts";
import { findLeg } from "./find-leg.ts";
import { hangUp } from "./hang-up.ts";
import { liveLegs } from "./live-legs.ts";
import { readEvent } from "./read-event.ts";
import { sipHeader } from "./sip-header.ts";

/** Any JSON where an event's field may be, and sometimes the field left out. */
const junk = fc.option(fc.jsonValue(), { nil: undefined });

function mostly<T>(right: fc.Arbitrary<T>) {
  return fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: junk });
}

const leg = fc.record({
  CallId: mostly(fc.string()),
  ParticipantTag: mostly(fc.constantFrom("LEG-A", "LEG-B", "Leg-A", "leg-b")),
  To: mostly(fc.constantFrom("+16075550100", "SMA")),
  From: mostly(fc.constantFrom("+12045550111", "SMA")),
  Direction: mostly(fc.constantFrom("Inbound", "Outbound")),
  StartTimeInMilliseconds: mostly(fc.constantFrom("1666234046768", 1666234046768)),
  Status: mostly(fc.constantFrom("Connected", "Disconnected")),
  SipHeaders: mostly(fc.dictionary(fc.string(), fc.string())),
});

const event = fc.record({
  Sequence: mostly(fc.nat()),
  InvocationEventType: mostly(fc.constantFrom(...eventTypes)),
  ActionData: junk,
  ErrorType: junk,
  CallDetails: mostly(
    fc.record({
      TransactionId: mostly(fc.string()),
      TransactionAttributes: mostly(fc.dictionary(fc.string(), fc.string())),
      SipMediaApplicationId: junk,
      Participants: mostly(fc.array(mostly(leg), { maxLength: 3 })),
    }),
  ),
});

function readOrRefuse(raw: unknown): PstnAudioEvent | undefined {
  try {
    return readEvent(raw);
  } catch (error) {
    expect(isPstnAudioError(error, "pstn-audio.event-format")).toBe(true);
    return undefined;
  }
}

test("whatever comes is an event or an EventFormatError", () => {
  fc.assert(fc.property(fc.oneof(event, fc.anything()), (raw) => void readOrRefuse(raw)));
});

test("whatever is called HANGUP is read, and its leg looked for, without an error", () => {
  const hangups = event.map((raw) => ({ ...raw, InvocationEventType: "HANGUP" }));
  fc.assert(
    fc.property(hangups, (raw) => {
      const read = readEvent(raw);
      expect(read.type).toBe("HANGUP");
      expect(hangUp(read)).toBeDefined();
      expect(liveLegs(read).length).toBeLessThanOrEqual(read.legs.length);
    }),
  );
});

test("reading changes nothing in what is read", () => {
  fc.assert(
    fc.property(event, (raw) => {
      const before = structuredClone(raw);
      readOrRefuse(raw);
      expect(raw).toEqual(before);
    }),
  );
});

/** The same text in another mixture of upper and lower case. */
function inAnyCase(text: string) {
  return fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) =>
      [...text].map((c, i) => (upper[i] ? c.toUpperCase() : c.toLowerCase())).join(""),
    );
}

test("letter case of tag, direction, status and header names makes no difference", () => {
  const spelling = fc.record({
    ParticipantTag: inAnyCase("LEG-A"),
    Direction: inAnyCase("Inbound"),
    Status: inAnyCase("Connected"),
    header: inAnyCase("User-to-User"),
  });
  fc.assert(
    fc.property(spelling, ({ header, ...fields }) => {
      const legs = [rawLeg({ ...fields, SipHeaders: { [header]: "abc" } })];
      const found = findLeg(readEvent(rawEvent({ legs })), "LEG-A");
      expect(found).toMatchObject({ direction: "inbound", status: "connected" });
      expect(sipHeader(found?.headers ?? {}, "user-TO-user")).toBe("abc");
    }),
  );
});

test("letter case and underscores of the event type make no difference", () => {
  const spelt = fc
    .constantFrom(...eventTypes)
    .chain((type) => fc.tuple(fc.constant(type), inAnyCase(type.replaceAll("_", ""))));
  fc.assert(
    fc.property(spelt, ([type, InvocationEventType]: [EventType, string]) => {
      expect(readEvent(rawEvent({ event: { InvocationEventType } })).type).toBe(type);
    }),
  );
});

test("numbers read the same from a number and from a string", () => {
  fc.assert(
    fc.property(fc.nat(), fc.maxSafeNat(), (Sequence, StartTimeInMilliseconds) => {
      const asNumbers = rawEvent({
        event: { Sequence },
        legs: [rawLeg({ StartTimeInMilliseconds })],
      });
      const asStrings = rawEvent({
        event: { Sequence: String(Sequence) },
        legs: [rawLeg({ StartTimeInMilliseconds: String(StartTimeInMilliseconds) })],
      });
      expect(readEvent(asStrings)).toEqual(readEvent(asNumbers));
    }),
  );
});
