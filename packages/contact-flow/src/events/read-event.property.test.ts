import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isContactFlowError } from "../errors.ts";
import { readEvent } from "./read-event.ts";

const fields = [
  "ContactId",
  "Attributes",
  "Queue",
  "MediaStreams",
  "References",
  "SegmentAttributes",
  "CustomerEndpoint",
];

test("whatever the event holds, it is read or refused with this package's error", () => {
  const contact = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue());
  const raw = fc.oneof(fc.jsonValue(), fc.record({ Details: fc.record({ ContactData: contact }) }));
  fc.assert(
    fc.property(raw, (event) => {
      try {
        const { attributes, parameters } = readEvent(event);
        const texts = Object.values({ ...attributes, ...parameters });
        expect(texts.every((text) => typeof text === "string" && text !== "")).toBe(true);
      } catch (error) {
        expect(isContactFlowError(error, "contact-flow.event-format")).toBe(true);
      }
    }),
  );
});
