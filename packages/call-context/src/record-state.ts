import type { RecordFields } from "./call-context.ts";
import { hashContextId } from "./context-id.ts";
import { ContextAlreadyClaimedError, ContextExpiredError, ContextNotFoundError } from "./errors.ts";

/** What decides whether a record may be used. */
export type RecordState = Pick<RecordFields, "expiresAt" | "transactionId">;

/** A record counts as gone from the second `expiresAt` on: the TTL may sweep it days later. */
function isExpired(record: RecordState, nowSeconds: number): boolean {
  return record.expiresAt <= nowSeconds;
}

export interface UseRequest {
  readonly contextId: string;
  /** Epoch seconds. */
  readonly now: number;
}

export function contextNotFound(use: UseRequest): ContextNotFoundError {
  return new ContextNotFoundError(`${nameOf(use)} does not exist`);
}

/**
 * Answers the record if there is one whose time is not over.
 * @throws {ContextNotFoundError} when there is none
 * @throws {ContextExpiredError} when its time is over
 */
export function liveRecord<R extends RecordState>(record: R | undefined, use: UseRequest): R {
  if (record === undefined) throw contextNotFound(use);
  if (isExpired(record, use.now)) throw new ContextExpiredError(`${nameOf(use)} has expired`);
  return record;
}

/**
 * Answers the record if this transaction may claim it, also for a second time.
 * @throws {ContextNotFoundError} when there is none
 * @throws {ContextExpiredError} when its time is over
 * @throws {ContextAlreadyClaimedError} when another transaction claimed it
 */
export function claimableRecord<R extends RecordState>(
  record: R | undefined,
  use: UseRequest & { readonly transactionId: string },
): R {
  const live = liveRecord(record, use);
  if (live.transactionId !== undefined && live.transactionId !== use.transactionId) {
    throw new ContextAlreadyClaimedError(`${nameOf(use)} was claimed by another call`);
  }
  return live;
}

function nameOf({ contextId }: UseRequest): string {
  return `Call context ${hashContextId(String(contextId))}`;
}
