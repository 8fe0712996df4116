import { expect, test } from "@jest/globals";
import { rawEvent } from "../../test/raw-event.ts";
import { EventFormatError } from "../errors.ts";
import { readEvent } from "./read-event.ts";

const id = "7a1d0c52-7f61-4d0e-9d2a-0c3f1b2a4d5e";

test("an event of a callback is read whole", () => {
  expect(readEvent(rawEvent())).toEqual({
    contactId: id,
    initialContactId: id,
    previousContactId: id,
    channel: "VOICE",
    initiationMethod: "API",
    customerEndpoint: { address: "+12045550111", type: "TELEPHONE_NUMBER" },
    systemEndpoint: { address: "+16075550111", type: "TELEPHONE_NUMBER" },
    instanceArn:
      "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
    awsRegion: "us-east-1",
    languageCode: "en-US",
    attributes: { contextId: "0f8e6a1c2b7d4e5f90a1b2c3d4e5f607", reason: "billing" },
    parameters: { step: "route" },
    references: {},
    segmentAttributes: { "connect:Subtype": "connect:Telephony" },
  });
});

const emptyAudio = { StreamARN: "", StartTimestamp: "", StartFragmentNumber: "" };

// What the services' older and newer events, other channels and vendors' test events do differently.
test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    "of 2019, without streams, language and references",
    { MediaStreams: undefined, LanguageCode: undefined, References: undefined },
    { languageCode: undefined, references: {} },
  ],
  [
    "of a task, without endpoints",
    { Channel: "TASK", CustomerEndpoint: null, SystemEndpoint: undefined, Description: "" },
    {
      channel: "TASK",
      customerEndpoint: undefined,
      systemEndpoint: undefined,
      description: undefined,
    },
  ],
  [
    "with an address that is none",
    { SystemEndpoint: { Address: `+16075550111${" ".repeat(256)}`, Type: "TELEPHONE_NUMBER" } },
    { systemEndpoint: undefined },
  ],
  [
    "of a chat, with a stream that is an empty object",
    { Channel: "CHAT", MediaStreams: { Customer: { Audio: {} } } },
    { channel: "CHAT", audio: undefined },
  ],
  [
    "whose queue, stream and texts are empty",
    {
      Queue: { ARN: "", Name: "", OutboundCallerId: { Address: "", Type: "" } },
      MediaStreams: { Customer: { Audio: emptyAudio } },
      CustomerId: "",
      Name: "",
    },
    { queue: undefined, audio: undefined, customerId: undefined, name: undefined },
  ],
  [
    "with an attribute that is not set",
    { Attributes: { contextId: "", tier: "gold" } },
    { attributes: { tier: "gold" } },
  ],
  [
    "of a later segment",
    { InitialContactId: "first" },
    { contactId: id, initialContactId: "first" },
  ],
  [
    "with only the first segment's ID",
    { ContactId: null, InitialContactId: "first" },
    { contactId: "first", initialContactId: "first" },
  ],
  [
    "with only this segment's ID",
    { InitialContactId: undefined },
    { contactId: id, initialContactId: id },
  ],
  [
    "in a queue",
    { Queue: { ARN: "arn:q", Name: "Billing", OutboundCallerId: null } },
    { queue: { arn: "arn:q", name: "Billing" } },
  ],
  [
    "with references in both letter cases",
    {
      References: {
        a: { Type: "url", Value: "https://x.example" },
        b: { Type: "STRING", Value: "b" },
        c: { Type: "URL", Value: "" },
      },
    },
    {
      references: {
        a: { type: "URL", value: "https://x.example" },
        b: { type: "STRING", value: "b" },
      },
    },
  ],
  [
    "with streaming started",
    {
      MediaStreams: {
        Customer: {
          Audio: { StreamARN: "arn:s", StartTimestamp: "15657", StartFragmentNumber: "9" },
        },
      },
    },
    { audio: { streamArn: "arn:s", startTimestamp: "15657", startFragmentNumber: "9" } },
  ],
  [
    "with a channel and a method that are new",
    { Channel: "HOLOGRAM", InitiationMethod: "FLOW" },
    { channel: "HOLOGRAM", initiationMethod: "FLOW" },
  ],
  ["without attributes", { Attributes: null }, { attributes: {} }],
])("an event %s is read", (_, change, expected) => {
  const { contactId, initialContactId, ...rest } = readEvent(rawEvent(change));
  const read: Record<string, unknown> = { contactId, initialContactId, ...rest };
  const found = Object.fromEntries(Object.keys(expected).map((key) => [key, read[key]]));
  expect(found).toEqual(expected);
});

test("an event without parameters has none", () => {
  const { Details } = rawEvent() as { Details: Record<string, unknown> };
  expect(readEvent({ Details: { ContactData: Details.ContactData } }).parameters).toEqual({});
});

test.each<[unknown, string]>([
  [undefined, "the event"],
  ["ContactFlowEvent", "the event"],
  [{}, "Details.ContactData"],
  [{ Details: null }, "Details.ContactData"],
  [{ Details: { ContactData: { Attributes: {} } } }, "Details.ContactData.ContactId"],
  [rawEvent({ ContactId: "", InitialContactId: "" }), "Details.ContactData.ContactId"],
])("%j has no contact, and the error names the field", (raw, field) => {
  expect(() => readEvent(raw)).toThrow(EventFormatError);
  expect(() => readEvent(raw)).toThrow(expect.objectContaining({ field }));
});
