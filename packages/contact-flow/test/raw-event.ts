// Events as Connect sends them, for tests that change one thing.

type Fields = Readonly<Record<string, unknown>>;

/** A callback that was answered, on its first segment; a field given as undefined is left out. */
export function rawEvent(contact: Fields = {}, parameters: Fields = { step: "route" }): Fields {
  const ContactData = without({
    Attributes: { contextId: "0f8e6a1c2b7d4e5f90a1b2c3d4e5f607", reason: "billing" },
    AwsRegion: "us-east-1",
    Channel: "VOICE",
    ContactId: "7a1d0c52-7f61-4d0e-9d2a-0c3f1b2a4d5e",
    CustomerEndpoint: { Address: "+12045550111", Type: "TELEPHONE_NUMBER" },
    CustomerId: null,
    Description: null,
    InitialContactId: "7a1d0c52-7f61-4d0e-9d2a-0c3f1b2a4d5e",
    InitiationMethod: "API",
    InstanceARN:
      "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
    LanguageCode: "en-US",
    MediaStreams: { Customer: { Audio: null } },
    Name: null,
    PreviousContactId: "7a1d0c52-7f61-4d0e-9d2a-0c3f1b2a4d5e",
    Queue: null,
    References: {},
    RelatedContactId: null,
    SegmentAttributes: { "connect:Subtype": { ValueString: "connect:Telephony", ValueMap: null } },
    SystemEndpoint: { Address: "+16075550111", Type: "TELEPHONE_NUMBER" },
    Tags: {},
    ...contact,
  });
  return { Name: "ContactFlowEvent", Details: { ContactData, Parameters: parameters } };
}

function without(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
