import { randomUUID } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { CallStatus } from "../call-context.ts";
import type { CallHistoryStore, NewNote, Note } from "../call-history.ts";
import { checkTableOptions } from "../check-options.ts";
import type { ContextOf, NoTeamFields, TeamSchema } from "../context-check.ts";
import { newContextId } from "../context-id.ts";
import type { DataKeys } from "../encryption/data-keys.ts";
import { RecordEncryption } from "../encryption/record-encryption.ts";
import { ContextExistsError, StoreUnavailableError } from "../errors.ts";
import { historyOf, notesOf } from "../history-attributes.ts";
import { isContextId } from "../is-context-id.ts";
import { checkGivenId, epochSeconds, newRecord, storableContext } from "../new-record.ts";
import { newNote, standingNote } from "../notes.ts";
import { claimableRecord, contextNotFound, liveRecord, type UseRequest } from "../record-state.ts";
import { storableText } from "../storable.ts";
import type { AdvanceRequest, CallContextStore, CreateRequest, StoreRequest } from "../store.ts";
import { type CallContextStoreOptions, defaultTtlSeconds } from "../store-options.ts";
import { readItem, recordOf, type StoredItem } from "../stored-record.ts";
import { type After, systemAfter } from "../timers.ts";
import { addNoteRequest } from "./add-note-request.ts";
import { advanceRequest } from "./advance-request.ts";
import { type Claim, claimKeepingStatusRequest, claimRequest } from "./claim-request.ts";
import { createRequest } from "./create-request.ts";
import type { Item, ItemClient } from "./item-client.ts";
import { sdkItemClient } from "./sdk-item-client.ts";
import { Table, type TableOptions } from "./table.ts";

/** What every store in a DynamoDB table takes, whatever client it has. */
export interface TableStoreOptions<S extends TeamSchema = NoTeamFields>
  extends CallContextStoreOptions<S> {
  /** Partition key `contextId` (S), TTL attribute `expiresAt` (N). */
  readonly tableName: string;
  /** Milliseconds for each request, its retries included; 2,000. */
  readonly requestTimeoutMs?: number;
  /** Milliseconds for the first attempt at it; 400. Each further one has twice as many. */
  readonly attemptTimeoutMs?: number;
  /** Runs a task later, and answers how to cancel it; `setTimeout` without it. */
  readonly after?: After;
  /**
   * Keys to encrypt what callers say before it leaves this process, and to read what is encrypted; `kmsDataKeys` has those
   * of AWS KMS. Without them contexts are stored as they are, and encrypted ones cannot be read.
   */
  readonly dataKeys?: DataKeys;
  /** Makes context IDs; asked again where one is taken. What it throws comes through as it is. */
  readonly newId?: () => string;
}

export interface DynamoDbStoreOptions<S extends TeamSchema = NoTeamFields>
  extends TableStoreOptions<S> {
  /**
   * The team's own client, with its region and credentials, or another one that asks for items one attempt at a time.
   * The store has retries of its own: those of the SDK wait longer than a caller can.
   */
  readonly client: DynamoDBClient | DynamoDBDocumentClient | ItemClient;
}

export interface ItemStoreOptions<S extends TeamSchema = NoTeamFields>
  extends TableStoreOptions<S> {
  /** Asks for items, one attempt at a time. */
  readonly items: ItemClient;
}

/** The SMA handler has 3 s in all. */
const defaultRequestTimeoutMs = 2000;

/** An answer takes 5–10 ms, and some 200 with a new connection on a cold start. */
const defaultAttemptTimeoutMs = 400;

/** Two IDs of 128 random bits that are the same are a broken source of IDs: trying on and on helps nobody. */
const createAttempts = 3;

/**
 * A store in a DynamoDB table.
 * @throws {InvalidOptionsError} when it cannot be made of these options
 * @example const store = createCallContextStore({ client: new DynamoDBClient(), tableName: "call-contexts" });
 */
export function createCallContextStore<S extends TeamSchema = NoTeamFields>(
  options: DynamoDbStoreOptions<S>,
): CallContextStore<ContextOf<S>> & CallHistoryStore<ContextOf<S>> {
  const { client, ...others } = options;
  checkTableOptions({ ...others, items: client });
  return createItemStore({ ...options, items: "send" in client ? sdkItemClient(client) : client });
}

/** The same over an `ItemClient` alone: a bundle of it has nothing of the AWS SDK. */
export function createItemStore<S extends TeamSchema = NoTeamFields>(
  options: ItemStoreOptions<S>,
): CallContextStore<ContextOf<S>> & CallHistoryStore<ContextOf<S>> {
  return new DynamoDbCallContextStore(options);
}

class DynamoDbCallContextStore<S extends TeamSchema>
  implements CallContextStore<ContextOf<S>>, CallHistoryStore<ContextOf<S>>
{
  readonly #table: TableOptions;
  readonly #encryption: RecordEncryption;
  readonly #schema: S | undefined;
  readonly #ttlSeconds: number;
  readonly #clock: () => number;
  readonly #newId: () => string;

  constructor(options: ItemStoreOptions<S>) {
    checkTableOptions(options);
    const { items, tableName } = options;
    this.#table = {
      items,
      tableName,
      requestTimeoutMs: options.requestTimeoutMs ?? defaultRequestTimeoutMs,
      attemptTimeoutMs: options.attemptTimeoutMs ?? defaultAttemptTimeoutMs,
      after: options.after ?? systemAfter,
    };
    this.#encryption = new RecordEncryption(options.dataKeys, this.#table);
    this.#schema = options.schema;
    this.#ttlSeconds = options.ttlSeconds ?? defaultTtlSeconds;
    this.#clock = options.clock ?? Date.now;
    this.#newId = options.newId ?? newContextId;
  }

  async create(context: ContextOf<S>, { signal, contextId: given }: CreateRequest = {}) {
    checkGivenId(given);
    const checked = await storableContext(context, this.#schema);
    const table = new Table(this.#table, signal);
    for (let attempt = 1; attempt <= createAttempts; attempt += 1) {
      const contextId = given ?? this.#newId();
      const facts = { contextId, now: this.#clock(), ttlSeconds: this.#ttlSeconds };
      const record = newRecord(checked, facts);
      const item = await this.#encryption.encrypted(record, signal);
      if (await isPut(table, contextId, item)) return record;
      if (given !== undefined) throw new ContextExistsError("This context ID is taken");
    }
    throw new StoreUnavailableError(`No free context ID in ${createAttempts} attempts`);
  }

  async claim(contextId: string, transactionId: string, { signal }: StoreRequest = {}) {
    storableText("transactionId", transactionId);
    const claim = { ...this.#dated(contextId), transactionId };
    const item = await this.#claimedItem(new Table(this.#table, signal), claim);
    const { stored } = await this.#encryption.open(item, signal);
    return recordOf(stored, this.#schema);
  }

  async get(contextId: string, request?: StoreRequest) {
    const item = await this.#liveItem(contextId, request);
    const { stored } = await this.#encryption.open(item, request?.signal);
    return recordOf(stored, this.#schema);
  }

  async history(contextId: string, request?: StoreRequest) {
    const item = await this.#liveItem(contextId, request);
    const { stored, history } = await this.#encryption.open(item, request?.signal);
    return { record: await recordOf(stored, this.#schema), ...historyOf(history(), item) };
  }

  async addNote(contextId: string, wanted: NewNote, { signal }: StoreRequest = {}): Promise<Note> {
    const note = newNote(wanted, this.#clock());
    const use = this.#use(contextId);
    const table = new Table(this.#table, signal);
    const request = addNoteRequest(table.name, { ...use, note });
    const { met, item } = await table.update(contextId, request);
    if (met) return note;
    const stored = liveRecord(this.#read(item), use);
    if (stored.encrypted !== undefined) {
      return this.#addEncryptedNote(table, { stored, note, use, signal });
    }
    // The SDK repeats a write whose answer was lost, and so may who asked: then the note is there.
    return standingNote(notesOf(stored.history), note);
  }

  /** What was noted is a caller's, too: it is encrypted where their words are. */
  async #addEncryptedNote(table: Table, { stored, note, use, signal }: NoteOfEncrypted) {
    const encrypted = await this.#encryption.encryptedNote(stored, note, signal);
    const request = addNoteRequest(table.name, { ...use, note: encrypted });
    const { met, item } = await table.update(use.contextId, request);
    if (met) return note;
    const { history } = await this.#encryption.open(liveRecord(this.#read(item), use), signal);
    return standingNote(notesOf(history()), note);
  }

  async advance(contextId: string, to: CallStatus, request: AdvanceRequest = {}) {
    const { signal, transactionId, onlyUnclaimed } = request;
    const use = this.#dated(contextId);
    const table = new Table(this.#table, signal);
    const writeToken = randomUUID();
    const advance = { ...use, to, transactionId, onlyUnclaimed, writeToken };
    const { met, item } = await table.update(contextId, advanceRequest(table.name, advance));
    if (met) return true;
    return liveRecord(this.#read(item), use).writeToken === writeToken;
  }

  async #liveItem(contextId: string, { signal }: StoreRequest = {}): Promise<StoredItem> {
    const use = this.#use(contextId);
    const item = await new Table(this.#table, signal).get(contextId);
    return liveRecord(this.#read(item), use);
  }

  /** The item once it is claimed by this call, now or before. */
  async #claimedItem(table: Table, claim: Claim): Promise<StoredItem> {
    for (const request of [claimRequest, claimKeepingStatusRequest]) {
      const { item } = await table.update(claim.contextId, request(table.name, claim));
      const stored = claimableRecord(this.#read(item), claim);
      // Claimed now; or before, when the service repeats an invocation and the call is further along.
      if (stored.transactionId === claim.transactionId) return stored;
    }
    throw new StoreUnavailableError("The call context changed while it was claimed");
  }

  #read(item: Item | undefined): StoredItem | undefined {
    const now = epochSeconds(this.#clock());
    return item && readItem(item, { ttlSeconds: this.#ttlSeconds, now });
  }

  #dated(contextId: string) {
    return { ...this.#use(contextId), at: new Date(this.#clock()).toISOString() };
  }

  #use(contextId: string): UseRequest {
    const use = { contextId, now: epochSeconds(this.#clock()) };
    // What is not a context ID is not worth a request, and DynamoDB refuses an empty key.
    if (!isContextId(contextId)) throw contextNotFound(use);
    return use;
  }
}

interface NoteOfEncrypted {
  readonly stored: StoredItem;
  readonly note: Note;
  readonly use: UseRequest;
  readonly signal: AbortSignal | undefined;
}

/** Whether the table holds the record; a repeated write of our own finds it there, with its token. */
async function isPut(table: Table, contextId: string, record: Item): Promise<boolean> {
  const writeToken = randomUUID();
  const request = createRequest(table.name, { ...record, writeToken });
  const { met, item } = await table.put(contextId, request);
  return met || item?.writeToken === writeToken;
}
