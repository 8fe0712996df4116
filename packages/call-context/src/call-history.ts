import type { CallContext, CallContextRecord, CallStatus } from "./call-context.ts";
import type { StoreRequest } from "./store.ts";

/** When a call reached a status. A status is reached once, so its name tells entries apart. */
export interface StatusChange {
  readonly status: CallStatus;
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string;
}

/** What is to be noted; the same ID again with the same text adds nothing. */
export interface NewNote {
  /** 1–64 of `A-Z a-z 0-9 _ -`, such as a UUID. */
  readonly id: string;
  /** 1–1,000 characters. */
  readonly text: string;
}

/** What somebody who took the call wrote about it. */
export interface Note extends NewNote {
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string;
}

/** A stored context and what happened to its call, each list oldest first. */
export interface CallHistory<C extends CallContext = CallContext> {
  readonly record: CallContextRecord<C>;
  readonly statusChanges: readonly StatusChange[];
  readonly notes: readonly Note[];
}

/** What a store may keep besides contexts; both stores of this package do. */
export interface CallHistoryStore<C extends CallContext = CallContext> {
  /**
   * Reads a context, strongly consistent, and what happened to its call.
   * @throws {ContextNotFoundError} when there is no such record
   * @throws {ContextExpiredError} when its time is over
   * @throws {InvalidRecordError} when what is stored does not fit the schema
   * @throws {StoreUnavailableError} when the store did not answer in time or refused
   */
  history(contextId: string, request?: StoreRequest): Promise<CallHistory<C>>;

  /**
   * Adds a note. The same note again is a success and changes nothing.
   * @throws {InvalidContextError} when the note cannot be stored, before any request
   * @throws {ContextNotFoundError} when there is no such record
   * @throws {ContextExpiredError} when its time is over
   * @throws {NoteConflictError} when another text is noted under this ID
   * @throws {NotesFullError} when the context takes no further note
   * @throws {StoreUnavailableError} when the store did not answer in time or refused
   */
  addNote(contextId: string, note: NewNote, request?: StoreRequest): Promise<Note>;
}
