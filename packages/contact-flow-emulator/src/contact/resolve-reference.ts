import { interpolate, isReference, stepsOf } from "@skill-call/contact-flow";
import type { Contact } from "./contact.ts";

/**
 * What a reference of the flow language stands for now. What is not there is the empty text, as Connect has it.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
 */
export function resolveReference(reference: string, contact: Contact): string {
  const [root = "", ...rest] = stepsOf(reference);
  return textOf(rest.reduce<unknown>(fieldOf, namespaceOf(root, contact)));
}

/** A parameter's text: one reference, or a text with references in it. */
export function resolveText(text: string, contact: Contact): string {
  return isReference(text)
    ? resolveReference(text, contact)
    : interpolate(text, (reference) => resolveReference(reference, contact));
}

function namespaceOf(root: string, contact: Contact): unknown {
  const { begun } = contact;
  const namespaces: Readonly<Record<string, unknown>> = {
    Attributes: contact.attributes,
    External: contact.external,
    FlowAttributes: contact.flowAttributes,
    ContactId: begun.contactId,
    InitialContactId: begun.contactId,
    PreviousContactId: begun.contactId,
    InstanceARN: begun.instanceArn,
    Channel: begun.channel,
    InitiationMethod: begun.initiationMethod,
    LanguageCode: begun.languageCode ?? "en-US",
    CustomerEndpoint: { Address: begun.customerNumber, Type: "TELEPHONE_NUMBER" },
    SystemEndpoint: { Address: begun.systemNumber, Type: "TELEPHONE_NUMBER" },
    Queue: contact.targetQueue && { Name: contact.targetQueue.name, ARN: contact.targetQueue.arn },
    StoredCustomerInput: contact.storedInput,
    Name: begun.name,
    Description: begun.description,
    TextToSpeechVoiceId: contact.voice,
    Agent: { FirstName: contact.agentName, UserName: contact.agentName },
    SegmentAttributes: {
      "connect:Subtype": begun.channel === "TASK" ? "connect:Task" : "connect:Telephony",
    },
  };
  return Object.hasOwn(namespaces, root) ? namespaces[root] : undefined;
}

function fieldOf(value: unknown, step: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
