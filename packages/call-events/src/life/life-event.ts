import { canaryContextId, hashContextId } from "@skill-call/call-context";
import type { StreamRecord } from "./stream-event.ts";

/** What is told of a call, by its status. A call that failed is over, too. */
const types: Readonly<Record<string, string>> = {
  claimed: "skill-call.call.claimed",
  connected: "skill-call.call.connected",
  ended: "skill-call.call.ended",
  failed: "skill-call.call.ended",
};

/** A CloudEvent (specification 1.0.2, structured JSON). Nothing in it is personal data, or leads to any. */
export interface LifeEvent {
  readonly specversion: "1.0";
  /** The same for each delivery of the same event. */
  readonly id: string;
  readonly source: "/skill-call/call-contexts";
  readonly type: string;
  /** The context ID's short hash, as the logs and the context API's audit lines have it. */
  readonly subject: string;
  /** ISO 8601. */
  readonly time: string;
  readonly datacontenttype: "application/json";
  readonly data: {
    readonly contextHash: string;
    readonly status: string;
    readonly callStarter?: string;
  };
}

/** Claimed by a deployment's rehearsal: nobody called, as with a canary call. */
const rehearsed = "rehearsal-";

/** What a change of a context tells of its call; `undefined`: nothing that others wait for. */
export function lifeEventOf({ eventName, dynamodb }: StreamRecord): LifeEvent | undefined {
  const { NewImage: after, OldImage: before, ApproximateCreationDateTime: at = 0 } = dynamodb;
  const contextId = after?.contextId?.S;
  const status = after?.status?.S;
  if (eventName === "REMOVE" || contextId === undefined || status === undefined) return undefined;
  const type = Object.hasOwn(types, status) ? types[status] : undefined;
  if (type === undefined || status === before?.status?.S) return undefined;
  if (contextId === canaryContextId || after?.transactionId?.S.startsWith(rehearsed))
    return undefined;
  const contextHash = hashContextId(contextId);
  const callStarter = after?.callStarter?.S;
  return {
    specversion: "1.0",
    id: `${contextHash}-${status}`,
    source: "/skill-call/call-contexts",
    type,
    subject: contextHash,
    time: new Date(at * 1000).toISOString(),
    datacontenttype: "application/json",
    data: { contextHash, status, ...(callStarter !== undefined && { callStarter }) },
  };
}
