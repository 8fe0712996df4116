import type { Contact } from "./contact.ts";

/** What a flow's Lambda is handed, with the keys of today. */
export function writeEvent(
  contact: Contact,
  parameters: Readonly<Record<string, string>>,
): unknown {
  const { begun, attributes, targetQueue } = contact;
  return {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: { ...attributes },
        AwsRegion: begun.instanceArn.split(":")[3] ?? "us-east-1",
        Channel: begun.channel,
        ContactId: begun.contactId,
        CustomerEndpoint: endpoint(begun.customerNumber),
        CustomerId: null,
        Description: begun.description ?? null,
        InitialContactId: begun.contactId,
        InitiationMethod: begun.initiationMethod,
        InstanceARN: begun.instanceArn,
        LanguageCode: begun.languageCode ?? "en-US",
        // Absent on tasks, as real events have it.
        ...(begun.channel === "VOICE" && { MediaStreams: { Customer: { Audio: null } } }),
        Name: begun.name ?? null,
        PreviousContactId: begun.contactId,
        Queue: targetQueue
          ? { ARN: targetQueue.arn, Name: targetQueue.name, OutboundCallerId: null }
          : null,
        References: begun.references ?? {},
        RelatedContactId: begun.relatedContactId ?? null,
        SegmentAttributes: segmentAttributes(begun.channel),
        SystemEndpoint: endpoint(begun.systemNumber),
        Tags: {},
      },
      Parameters: parameters,
    },
  };
}

function endpoint(number: string | undefined): unknown {
  return number === undefined ? null : { Address: number, Type: "TELEPHONE_NUMBER" };
}

function segmentAttributes(channel: string): unknown {
  const subtype = channel === "TASK" ? "connect:Task" : "connect:Telephony";
  return { "connect:Subtype": { ValueString: subtype } };
}
