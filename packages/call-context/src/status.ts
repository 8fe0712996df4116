import { type CallStatus, callStatuses } from "./call-context.ts";

const rank: Readonly<Record<CallStatus, number>> = {
  created: 0,
  claimed: 1,
  connected: 2,
  ended: 3,
  failed: 3,
};

/** Whether a record may go from one status to the other: forward only, and nothing follows an end. */
export function isForward(from: CallStatus, to: CallStatus): boolean {
  return rank[from] < rank[to];
}

/** The statuses from which a record does not go to this one. */
export function statusesNotBefore(to: CallStatus): readonly CallStatus[] {
  return callStatuses.filter((status) => !isForward(status, to));
}

/** A claim makes a new record `claimed`; one that is further along, such as failed, stays what it is. */
export function statusAfterClaim(status: CallStatus): CallStatus {
  return isForward(status, "claimed") ? "claimed" : status;
}
