import { defined } from "../defined.ts";
import { EventFormatError } from "../errors.ts";
import { isRawObject, objectOrEmpty, type RawObject, textOf, textsOf } from "../raw-fields.ts";
import type { AudioStream, ContactFlowEvent, ContactQueue, Endpoint, Reference } from "./event.ts";

/**
 * Reads what a contact flow hands to its Lambda as real events are, old ones and new ones, on every channel: what is
 * missing, null or empty is absent. Nothing is asked for but a contact.
 *
 * @throws {EventFormatError} when there is no contact to speak of; it names the field.
 * @example
 * const { parameters, attributes } = readEvent(raw);
 */
export function readEvent(raw: unknown): ContactFlowEvent {
  if (!isRawObject(raw)) throw new EventFormatError("the event", "is not an object");
  const details = objectOrEmpty(raw.Details);
  if (!isRawObject(details.ContactData)) {
    throw new EventFormatError("Details.ContactData", "is missing");
  }
  return { ...readContact(details.ContactData), parameters: textsOf(details.Parameters) };
}

function readContact(contact: RawObject): Omit<ContactFlowEvent, "parameters"> {
  return {
    ...readIds(contact),
    channel: textOf(contact.Channel) ?? "VOICE",
    attributes: textsOf(contact.Attributes),
    references: readReferences(contact.References),
    segmentAttributes: readSegmentAttributes(contact.SegmentAttributes),
    ...defined({
      initiationMethod: textOf(contact.InitiationMethod),
      customerEndpoint: readEndpoint(contact.CustomerEndpoint),
      systemEndpoint: readEndpoint(contact.SystemEndpoint),
      queue: readQueue(contact.Queue),
      audio: readAudio(contact.MediaStreams),
      instanceArn: textOf(contact.InstanceARN),
      awsRegion: textOf(contact.AwsRegion),
      languageCode: textOf(contact.LanguageCode),
      customerId: textOf(contact.CustomerId),
      name: textOf(contact.Name),
      description: textOf(contact.Description),
    }),
  };
}

/** On the first segment all three are the same. */
function readIds(contact: RawObject) {
  const contactId = textOf(contact.ContactId) ?? textOf(contact.InitialContactId);
  if (contactId === undefined) {
    throw new EventFormatError("Details.ContactData.ContactId", "is missing");
  }
  return {
    contactId,
    initialContactId: textOf(contact.InitialContactId) ?? contactId,
    ...defined({
      previousContactId: textOf(contact.PreviousContactId),
      relatedContactId: textOf(contact.RelatedContactId),
    }),
  };
}

/** Characters (API reference, "Endpoint"); what is longer is no address, and no answer could hold it. */
const longestAddress = 256;

function readEndpoint(value: unknown): Endpoint | undefined {
  const endpoint = objectOrEmpty(value);
  const address = textOf(endpoint.Address);
  if (address === undefined || address.length > longestAddress) return undefined;
  return { address, ...defined({ type: textOf(endpoint.Type) }) };
}

function readQueue(value: unknown): ContactQueue | undefined {
  const raw = objectOrEmpty(value);
  const queue = defined({
    arn: textOf(raw.ARN),
    name: textOf(raw.Name),
    outboundCallerId: readEndpoint(raw.OutboundCallerId),
  });
  return Object.keys(queue).length === 0 ? undefined : queue;
}

/** `Audio` is null where streaming never started, and `{}` on a chat. */
function readAudio(value: unknown): AudioStream | undefined {
  const audio = objectOrEmpty(objectOrEmpty(objectOrEmpty(value).Customer).Audio);
  const streamArn = textOf(audio.StreamARN);
  if (streamArn === undefined) return undefined;
  return {
    streamArn,
    ...defined({
      startFragmentNumber: textOf(audio.StartFragmentNumber),
      startTimestamp: textOf(audio.StartTimestamp),
    }),
  };
}

function readReferences(value: unknown): Readonly<Record<string, Reference>> {
  const references = Object.entries(objectOrEmpty(value)).flatMap(([label, entry]) => {
    const raw = objectOrEmpty(entry);
    const text = textOf(raw.Value);
    const type = textOf(raw.Type)?.toUpperCase();
    return text === undefined ? [] : [[label, { value: text, ...defined({ type }) }] as const];
  });
  return Object.fromEntries(references);
}

/** Each is an object of `ValueString`, `ValueInteger`, `ValueMap`, …, of which all but one are null. */
function readSegmentAttributes(value: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(objectOrEmpty(value)).map(
    ([name, entry]) => [name, objectOrEmpty(entry).ValueString] as const,
  );
  return textsOf(Object.fromEntries(texts));
}
