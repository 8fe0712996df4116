import { type AwsClient, AwsServiceError } from "@skill-call/aws-request";
import * as v from "valibot";
import type { ContactEvent } from "./contact-event.ts";

/** What of a contact says how its call goes. */
export interface Contact {
  /** The attribute; absent: the skill did not start this call. */
  readonly contextId: string | undefined;
  readonly answered: boolean;
  /** As another contact, to which it was transferred. */
  readonly goesOn: boolean;
}

export type DescribeContact = (
  contact: Pick<ContactEvent, "instanceId" | "contactId">,
) => Promise<Contact>;

/** What is read of the answer (Amazon Connect API reference, `DescribeContact`). */
const answerSchema = v.object({
  Contact: v.object({
    Attributes: v.nullish(v.record(v.string(), v.string()), {}),
    ConnectedToSystemTimestamp: v.nullish(v.unknown()),
    NextContacts: v.nullish(v.array(v.unknown()), []),
  }),
});

/** The Lambda is not waited for, and asked again where it fails. */
const timeoutMs = 3000;

/**
 * Asks Amazon Connect, with one request each time.
 * @throws {AwsServiceError} when it refuses; what the connection threw, when it does not answer
 */
export function createDescribeContact(client: AwsClient): DescribeContact {
  return async ({ instanceId, contactId }) => {
    const path = `/contacts/${encodeURIComponent(instanceId)}/${encodeURIComponent(contactId)}`;
    const request = { method: "GET" as const, path, headers: {}, body: "" };
    const answer = await client(request, AbortSignal.timeout(timeoutMs));
    if (answer.status !== 200) {
      const [name = ""] = String(answer.headers["x-amzn-errortype"] ?? "UnknownError").split(":");
      throw new AwsServiceError(name, answer.status, {});
    }
    const { Contact } = v.parse(answerSchema, JSON.parse(answer.body));
    return {
      contextId: Contact.Attributes.contextId || undefined,
      answered: Contact.ConnectedToSystemTimestamp != null,
      goesOn: Contact.NextContacts.length > 0,
    };
  };
}
