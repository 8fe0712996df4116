import type { Contact, NewContact } from "../contact/contact.ts";
import type { Contacts } from "../instance/contacts.ts";
import type { Instance } from "../instance/instance.ts";
import { ClientTokens } from "./client-tokens.ts";
import { ConnectApiError } from "./connect-api-error.ts";
import {
  attributesBody,
  outboundVoiceBody,
  readBody,
  stopBody,
  taskBody,
} from "./request-bodies.ts";

/** Concurrent active calls of a new instance. */
const maxActiveCalls = 10;

/** One request: what stands in its path, and its body. */
export interface ConnectRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export const connectOperations = [
  "StartOutboundVoiceContact",
  "StartTaskContact",
  "UpdateContactAttributes",
  "GetContactAttributes",
  "DescribeContact",
  "StopContact",
] as const;
export type ConnectOperation = (typeof connectOperations)[number];

type Operations = Readonly<Record<ConnectOperation, (request: ConnectRequest) => unknown>>;

/** The operations of the Connect API that concern contacts, as functions of their requests. */
export function connectOperationsOn(instance: Instance, contacts: Contacts): Operations {
  const tokens = new ClientTokens(instance.clock);
  const find = (contactId: string): Contact => liveContact(contacts, contactId).contact;

  return {
    StartOutboundVoiceContact: ({ body }) => {
      const request = readBody(outboundVoiceBody, body);
      checkInstance(request.InstanceId, instance);
      const flow = flowOf(request.ContactFlowId, instance);
      const from = sourceOf(request.SourcePhoneNumber, instance);
      const start = () => {
        if (contacts.activeCalls >= maxActiveCalls) {
          throw new ConnectApiError("LimitExceededException", "Too many calls are active.");
        }
        const ring = request.RingTimeoutInSeconds;
        return contacts.startOutboundVoice({
          flowId: flow,
          to: request.DestinationPhoneNumber,
          from,
          ...(ring && { ringTimeoutMs: ring * 1_000 }),
          contact: contactOf(request, find),
        }).contact.id;
      };
      return { ContactId: tokens.once(request.ClientToken, start) };
    },
    StartTaskContact: ({ body }) => {
      const request = readBody(taskBody, body);
      checkInstance(request.InstanceId, instance);
      if (!request.ContactFlowId) {
        throw new ConnectApiError("InvalidRequestException", "ContactFlowId is required here.");
      }
      const flow = flowOf(request.ContactFlowId, instance);
      const start = () => contacts.startTask(flow, contactOf(request, find)).contact.id;
      return { ContactId: tokens.once(request.ClientToken, start) };
    },
    UpdateContactAttributes: ({ body }) => {
      const request = readBody(attributesBody, body);
      checkInstance(request.InstanceId, instance);
      Object.assign(find(request.InitialContactId).attributes, request.Attributes);
      return {};
    },
    GetContactAttributes: ({ path }) => {
      checkInstance(path.instanceId ?? "", instance);
      return { Attributes: { ...find(path.contactId ?? "").attributes } };
    },
    DescribeContact: ({ path }) => {
      checkInstance(path.instanceId ?? "", instance);
      return { Contact: described(find(path.contactId ?? "")) };
    },
    StopContact: ({ body }) => {
      const request = readBody(stopBody, body);
      checkInstance(request.InstanceId, instance);
      liveContact(contacts, request.ContactId).stop();
      return {};
    },
  };
}

function liveContact(contacts: Contacts, contactId: string) {
  const found = contacts.find(contactId);
  if (!found) throw new ConnectApiError("ResourceNotFoundException", "There is no such contact.");
  return found;
}

function checkInstance(instanceId: string, { arn }: Instance): void {
  if (instanceId === arn || arn.endsWith(`/${instanceId}`)) return;
  throw new ConnectApiError("ResourceNotFoundException", "There is no such instance.");
}

function flowOf(id: string, instance: Instance): string {
  const flow = instance.flow(id);
  if (flow) return flow.id;
  throw new ConnectApiError("ResourceNotFoundException", "There is no such flow.");
}

/** Without a number the queue's would be used; here the instance has to have one. */
function sourceOf(number: string | null | undefined, { numbers }: Instance): string {
  const from = number ?? [...(numbers ?? [])][0];
  if (from === undefined) {
    throw new ConnectApiError(
      "InvalidParameterException",
      "The instance has no number to call from.",
    );
  }
  if (numbers && !numbers.has(from)) {
    throw new ConnectApiError(
      "InvalidParameterException",
      "SourcePhoneNumber is not the instance's.",
    );
  }
  return from;
}

interface Described {
  readonly Attributes?: Record<string, string> | null | undefined;
  readonly References?: Record<string, { Type: string; Value: string }> | null | undefined;
  readonly Name?: string | null | undefined;
  readonly Description?: string | null | undefined;
  readonly RelatedContactId?: string | null | undefined;
}

/** A related contact's attributes are copied. */
function contactOf(request: Described, find: (contactId: string) => Contact): Partial<NewContact> {
  const { RelatedContactId } = request;
  const inherited = RelatedContactId ? find(RelatedContactId).attributes : {};
  return {
    attributes: { ...inherited, ...request.Attributes },
    ...(request.References && { references: request.References }),
    ...(request.Name && { name: request.Name }),
    ...(request.Description && { description: request.Description }),
    ...(RelatedContactId && { relatedContactId: RelatedContactId }),
  };
}

function described(contact: Contact): unknown {
  const { begun, times, attributes, targetQueue } = contact;
  const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1_000);
  return {
    Arn: `${begun.instanceArn}/contact/${begun.contactId}`,
    Id: begun.contactId,
    InitialContactId: begun.contactId,
    Channel: begun.channel,
    InitiationMethod: begun.initiationMethod,
    InitiationTimestamp: seconds(times.initiated),
    ConnectedToSystemTimestamp: seconds(times.connected),
    DisconnectTimestamp: seconds(times.ended),
    DisconnectReason: contact.disconnectReason,
    Name: begun.name,
    Description: begun.description,
    RelatedContactId: begun.relatedContactId,
    QueueInfo: targetQueue && { Id: targetQueue.arn, EnqueueTimestamp: seconds(times.queued) },
    AgentInfo: contact.agentName && {
      Id: contact.agentName,
      ConnectedToAgentTimestamp: seconds(times.agent),
    },
    Attributes: { ...attributes },
  };
}
