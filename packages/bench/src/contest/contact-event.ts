const instance =
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555";

export const queue = `${instance}/queue/22222222-2222-4333-8444-555555555555`;

/** Amazon Connect asks where a contact goes that brings a context along. */
export function routeContact(contextId: string, contactId: string) {
  return {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: { contextId, reason: "billing" },
        Channel: "VOICE",
        ContactId: contactId,
        CustomerEndpoint: { Address: "+12065551111", Type: "TELEPHONE_NUMBER" },
        InitialContactId: contactId,
        InitiationMethod: "API",
        InstanceARN: instance,
        LanguageCode: "en-US",
        Queue: null,
        SystemEndpoint: { Address: "+16075550111", Type: "TELEPHONE_NUMBER" },
      },
      Parameters: { step: "route" },
    },
  };
}
