import type { Contact } from "./contact.ts";

export type ContactEventType =
  | "INITIATED"
  | "CONNECTED_TO_SYSTEM"
  | "QUEUED"
  | "CONNECTED_TO_AGENT"
  | "DISCONNECTED";

/** What EventBridge delivers of a contact: `Amazon Connect Contact Event`. No attributes are in it. */
export function contactEvent(type: ContactEventType, contact: Contact, at: number): unknown {
  const { begun, targetQueue, agentName, times } = contact;
  const iso = (ms: number | undefined) => ms !== undefined && new Date(ms).toISOString();
  const region = begun.instanceArn.split(":")[3] ?? "us-east-1";
  return {
    version: "0",
    id: `${begun.contactId}-${type.toLowerCase()}`,
    "detail-type": "Amazon Connect Contact Event",
    source: "aws.connect",
    account: begun.instanceArn.split(":")[4] ?? "",
    time: new Date(at).toISOString(),
    region,
    resources: [`${begun.instanceArn}/contact/${begun.contactId}`, begun.instanceArn],
    detail: {
      eventType: type,
      contactId: begun.contactId,
      initialContactId: begun.contactId,
      channel: begun.channel,
      instanceArn: begun.instanceArn,
      initiationMethod: begun.initiationMethod,
      initiationTimestamp: new Date(times.initiated).toISOString(),
      ...(times.connected !== undefined && { connectedToSystemTimestamp: iso(times.connected) }),
      ...(targetQueue && {
        queueInfo: {
          queueArn: targetQueue.arn,
          queueType: "STANDARD",
          ...(times.queued !== undefined && { enqueueTimestamp: iso(times.queued) }),
        },
      }),
      ...(agentName !== undefined && {
        agentInfo: {
          agentArn: `${begun.instanceArn}/agent/${agentName}`,
          ...(times.agent !== undefined && { connectedToAgentTimestamp: iso(times.agent) }),
        },
      }),
      ...(contact.disconnectReason && {
        disconnectTimestamp: iso(times.ended),
        disconnectReason: contact.disconnectReason,
      }),
    },
  };
}
