import type { CallContextRecord, CallStatus, RecordFields } from "./call-context.ts";
import type { CallHistoryStore, NewNote, Note } from "./call-history.ts";
import type { CallerRecord, CallerRecordsStore, KnownOfCaller } from "./caller-records.ts";
import { checkOptions } from "./check-options.ts";
import type { ContextOf, NoTeamFields, TeamSchema } from "./context-check.ts";
import { newContextId } from "./context-id.ts";
import { ContextExistsError, StoreUnavailableError } from "./errors.ts";
import { historyOf, noteAttribute, notesOf, timelineAttribute } from "./history-attributes.ts";
import { checkGivenId, epochSeconds, newRecord, storableContext } from "./new-record.ts";
import { mostNotes, newNote, standingNote } from "./notes.ts";
import { claimableRecord, liveRecord } from "./record-state.ts";
import { isOfCaller, toldOf } from "./same-caller.ts";
import { isForward, statusAfterClaim } from "./status.ts";
import { storable, storableText } from "./storable.ts";
import type { AdvanceRequest, CallContextStore, CreateRequest, StoreRequest } from "./store.ts";
import { type CallContextStoreOptions, defaultTtlSeconds } from "./store-options.ts";

/**
 * A store for tests: it keeps every promise of the DynamoDB store, in this process only.
 * @throws {InvalidOptionsError} when it cannot be made of these options
 * @example const store = createInMemoryCallContextStore({ clock: () => 0 });
 */
export function createInMemoryCallContextStore<S extends TeamSchema = NoTeamFields>(
  options: CallContextStoreOptions<S> = {},
): CallContextStore<ContextOf<S>> & CallHistoryStore<ContextOf<S>> & CallerRecordsStore {
  return new InMemoryCallContextStore(options);
}

class InMemoryCallContextStore<S extends TeamSchema>
  implements CallContextStore<ContextOf<S>>, CallHistoryStore<ContextOf<S>>, CallerRecordsStore
{
  readonly #records = new Map<string, CallContextRecord<ContextOf<S>>>();
  /** By context ID, under the names that a table would have. */
  readonly #histories = new Map<string, Readonly<Record<string, unknown>>>();
  readonly #schema: S | undefined;
  readonly #ttlSeconds: number;
  readonly #clock: () => number;

  constructor(options: CallContextStoreOptions<S>) {
    checkOptions(options);
    const { schema, ttlSeconds = defaultTtlSeconds, clock = Date.now } = options;
    this.#schema = schema;
    this.#ttlSeconds = ttlSeconds;
    this.#clock = clock;
  }

  async create(context: ContextOf<S>, request: CreateRequest = {}) {
    const { contextId = newContextId() } = request;
    checkGivenId(request.contextId);
    const checked = await storableContext(context, this.#schema);
    refuseWhenAborted(request);
    if (this.#records.has(contextId)) throw new ContextExistsError("This context ID is taken");
    const facts = { contextId, now: this.#clock(), ttlSeconds: this.#ttlSeconds };
    return this.#keep(newRecord(checked, facts));
  }

  async claim(contextId: string, transactionId: string, request?: StoreRequest) {
    storableText("transactionId", transactionId);
    refuseWhenAborted(request);
    const use = { ...this.#use(contextId), transactionId };
    const record = claimableRecord(this.#records.get(contextId), use);
    this.#remember(contextId, timelineAttribute("claimed"), this.#now());
    return this.#keep({ ...record, transactionId, status: statusAfterClaim(record.status) });
  }

  async get(contextId: string, request?: StoreRequest) {
    refuseWhenAborted(request);
    return copyOf(liveRecord(this.#records.get(contextId), this.#use(contextId)));
  }

  async advance(contextId: string, to: CallStatus, request: AdvanceRequest = {}) {
    refuseWhenAborted(request);
    const record = liveRecord(this.#records.get(contextId), this.#use(contextId));
    if (!isMeant(record, request) || !isForward(record.status, to)) return false;
    this.#keep({ ...record, status: to });
    this.#remember(contextId, timelineAttribute(to), this.#now());
    return true;
  }

  async history(contextId: string, request?: StoreRequest) {
    const record = await this.get(contextId, request);
    return { record, ...historyOf(this.#historyOf(contextId), record) };
  }

  async addNote(contextId: string, wanted: NewNote, request?: StoreRequest): Promise<Note> {
    const { id, ...note } = newNote(wanted, this.#clock());
    refuseWhenAborted(request);
    liveRecord(this.#records.get(contextId), this.#use(contextId));
    const notes = notesOf(this.#historyOf(contextId));
    const isNew = !notes.some((standing) => standing.id === id);
    if (!isNew || notes.length >= mostNotes) return standingNote(notes, wanted);
    this.#remember(contextId, noteAttribute(id), note);
    return { id, ...note };
  }

  async *recordsOf(known: KnownOfCaller, request?: StoreRequest): AsyncIterable<CallerRecord> {
    const isTheirs = isOfCaller(known);
    refuseWhenAborted(request);
    for (const record of [...this.#records.values()]) if (isTheirs(record)) yield toldOf(record);
  }

  async remove(contextId: string, request?: StoreRequest): Promise<void> {
    refuseWhenAborted(request);
    this.#records.delete(contextId);
    this.#histories.delete(contextId);
  }

  /** Keeps an entry of a call's history; the first of its name stays. */
  #remember(contextId: string, name: string, entry: unknown): void {
    this.#histories.set(contextId, { [name]: entry, ...this.#historyOf(contextId) });
  }

  #historyOf(contextId: string) {
    return this.#histories.get(contextId) ?? {};
  }

  #now(): string {
    return new Date(this.#clock()).toISOString();
  }

  #use(contextId: string) {
    return { contextId, now: epochSeconds(this.#clock()) };
  }

  /** Keeps a record and answers a copy of it: what a caller does to the answer changes nothing here. */
  #keep(record: CallContextRecord<ContextOf<S>>): CallContextRecord<ContextOf<S>> {
    this.#records.set(record.contextId, record);
    return copyOf(record);
  }
}

/** Whether a record is of the transaction, or of none, where the request asks for that. */
function isMeant({ transactionId }: RecordFields, request: AdvanceRequest): boolean {
  if (request.onlyUnclaimed && transactionId !== undefined) return false;
  return request.transactionId === undefined || request.transactionId === transactionId;
}

/** A record holds nothing that is not storable, so this copies it whole. */
function copyOf<R extends object>(record: R): R {
  return storable(record) as R;
}

/** A request whose signal was aborted before it began is not carried out, as in a store across the network. */
function refuseWhenAborted({ signal }: StoreRequest = {}): void {
  if (signal?.aborted) {
    throw new StoreUnavailableError("The request was aborted", { cause: signal.reason });
  }
}
