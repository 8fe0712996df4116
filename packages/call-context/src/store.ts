import type { CallContext, CallContextRecord, CallStatus } from "./call-context.ts";

export interface StoreRequest {
  /** Ends the request, retries included. Without it the store's own time limit holds. */
  readonly signal?: AbortSignal;
}

export interface CreateRequest extends StoreRequest {
  /**
   * Stores under this ID and no other: drawn beforehand with `newContextId()`, it makes a second delivery of one order
   * known for what it is, in one request and across every process.
   */
  readonly contextId?: string;
}

export interface AdvanceRequest extends StoreRequest {
  /** Advance only a record that this transaction claimed. */
  readonly transactionId?: string;
  /**
   * Advance only a record that no transaction claimed: who could not tell whether the call started, and marks
   * it as failed, must not end one that did.
   */
  readonly onlyUnclaimed?: boolean;
}

/** Keeps call contexts. Two implementations live here; a third must pass `call-context/testing`. */
export interface CallContextStore<C extends CallContext = CallContext> {
  /**
   * Stores a new context under a fresh context ID, or the given one.
   * @throws {InvalidContextError} when the context does not fit the schema or cannot be stored, or the given ID is
   * none, before any request
   * @throws {ContextExistsError} when there is a record under the given ID, whatever its state
   * @throws {StoreUnavailableError} when the store did not answer in time or refused
   */
  create(context: C, request?: CreateRequest): Promise<CallContextRecord<C>>;

  /**
   * Loads a context and marks it as used by this transaction, in one step. The same transaction may claim
   * again (the PSTN Audio service repeats invocations); another one may not.
   * @throws {ContextNotFoundError} when there is no such record
   * @throws {ContextExpiredError} when its time is over, swept by the TTL or not
   * @throws {ContextAlreadyClaimedError} when another transaction claimed it
   * @throws {InvalidRecordError} when what is stored does not fit the schema
   * @throws {StoreUnavailableError} when the store did not answer in time or refused
   */
  claim(
    contextId: string,
    transactionId: string,
    request?: StoreRequest,
  ): Promise<CallContextRecord<C>>;

  /**
   * Reads a context, strongly consistent.
   * @throws {ContextNotFoundError} when there is no such record
   * @throws {ContextExpiredError} when its time is over
   * @throws {InvalidRecordError} when what is stored does not fit the schema
   * @throws {StoreUnavailableError} when the store did not answer in time or refused
   */
  get(contextId: string, request?: StoreRequest): Promise<CallContextRecord<C>>;

  /**
   * Moves the status forward. Answers `false`, and changes nothing, when the record is already as far or
   * further, or belongs to another transaction than the one asked for: a late event never moves it back.
   * @throws {ContextNotFoundError} when there is no such record
   * @throws {ContextExpiredError} when its time is over
   * @throws {InvalidRecordError} when what is stored has no readable status, time or transaction
   * @throws {StoreUnavailableError} when the store did not answer in time or refused
   */
  advance(contextId: string, to: CallStatus, request?: AdvanceRequest): Promise<boolean>;
}
