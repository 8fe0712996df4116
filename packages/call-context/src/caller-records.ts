import type { RecordFields } from "./call-context.ts";
import type { StoreRequest } from "./store.ts";

/**
 * What somebody says of themselves who asks for their records: fields of the context, such as
 * `{ callerNumber: "+12045551111" }`, or the `contextId` itself.
 */
export type KnownOfCaller = Readonly<Record<string, string>>;

/** A record of a caller: what of it tells nothing of them. What other systems wrote may lack all but the ID. */
export type CallerRecord = Pick<RecordFields, "contextId"> & Partial<RecordFields>;

export interface RecordsRequest extends StoreRequest {
  /** Told of each record that is encrypted and that no key opens: whose it is, nobody can say. */
  readonly unreadable?: (record: CallerRecord) => void;
}

/** What a store may answer to somebody who asks what is held about them; both stores of this package do. */
export interface CallerRecordsStore {
  /**
   * The records in which every field that is known says the same, also those whose time is over, one by one as they are
   * found. Case, accents, spaces and punctuation make no difference. It looks at every record that there is; one that is
   * stored meanwhile may be missed.
   * @throws {InvalidCallerError} when nothing is known, or a value has no letter and no digit
   * @throws {StoreUnavailableError} when the store did not answer in time or refused
   * @example for await (const { contextId } of store.recordsOf({ accountId: "AC1234" })) await store.remove(contextId);
   */
  recordsOf(known: KnownOfCaller, request?: RecordsRequest): AsyncIterable<CallerRecord>;

  /**
   * Deletes a record, whatever its state, with its history and its notes; one that is not there is no error. A call that
   * is on goes on without it, and cannot bring it back.
   * @throws {StoreUnavailableError} when the store did not answer in time or refused
   */
  remove(contextId: string, request?: StoreRequest): Promise<void>;
}
