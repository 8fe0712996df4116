import type { CallContextRecord } from "../call-context.ts";
import type { Note } from "../call-history.ts";
import { type AttemptOptions, inAttempts } from "../dynamodb/in-attempts.ts";
import type { Item } from "../dynamodb/item-client.ts";
import { encryptedNotesAttribute, noteAttribute } from "../history-attributes.ts";
import { checkItemSize } from "../item-size.ts";
import type { StoredItem } from "../stored-record.ts";
import { encryptText } from "./cipher.ts";
import type { DataKeys } from "./data-keys.ts";
import {
  type EncryptedNote,
  encryptedAttribute,
  encryptedContextIn,
  plainEntry,
  textAt,
  unreadable,
} from "./encrypted-attributes.ts";

/** An item whose words can be read. */
export interface OpenItem {
  readonly stored: StoredItem;
  /** The entries of its history, with notes in plain text. */
  history(): Item;
}

type Limits = Omit<AttemptOptions, "signal">;

/** What KMS answers for a key that no later request opens either (API reference, Decrypt). */
const hopeless = new Set([
  "DisabledException",
  "IncorrectKeyException",
  "InvalidCiphertextException",
  "KMSInvalidStateException",
  "NotFoundException",
]);

/** Encrypts what a caller said and what was noted, and reads it again; plain records are read as they are. */
export class RecordEncryption {
  readonly #dataKeys: DataKeys | undefined;
  readonly #limits: Limits;

  constructor(dataKeys: DataKeys | undefined, limits: Limits) {
    this.#dataKeys = dataKeys;
    this.#limits = limits;
  }

  /**
   * A new record as it is stored.
   * @throws {StoreUnavailableError} when no data key came in time
   * @throws {InvalidContextError} when it makes too great an item
   */
  async encrypted(record: CallContextRecord, signal: AbortSignal | undefined): Promise<Item> {
    const generate = this.#dataKeys?.generate?.bind(this.#dataKeys);
    if (generate === undefined) return { ...record };
    const { plain, encrypted } = await this.#asked((each) => generate(each), signal);
    const { contextId, status, createdAt, expiresAt, transactionId: _none, ...context } = record;
    const place = { contextId, attribute: encryptedAttribute };
    const words = { key: encrypted, data: encryptText(JSON.stringify(context), plain, place) };
    checkItemSize({ [encryptedAttribute]: words });
    const { callStarter } = context;
    // The stream's readers tell by the starter whose events they are.
    const seen = { contextId, status, createdAt, expiresAt, callStarter };
    return { ...seen, [encryptedAttribute]: words, [encryptedNotesAttribute]: true };
  }

  /**
   * An item of the table with what the caller said, in plain text.
   * @throws {InvalidRecordError} when it is encrypted, and was changed, is another record's, or there is no key for it
   * @throws {StoreUnavailableError} when its data key could not be had in time
   */
  async open(stored: StoredItem, signal: AbortSignal | undefined): Promise<OpenItem> {
    if (stored.encrypted === undefined) return { stored, history: () => stored.history };
    const { contextId, history } = stored;
    const { key, data } = encryptedContextIn(stored);
    const plain = await this.#dataKeyOf(key, signal);
    const gathered = JSON.parse(textAt({ contextId, attribute: encryptedAttribute }, data, plain));
    const entry = ([attribute, value]: [string, unknown]) => [
      attribute,
      plainEntry({ contextId, attribute }, value, plain),
    ];
    return {
      stored: { ...stored, gathered },
      history: () => Object.fromEntries(Object.entries(history).map(entry)),
    };
  }

  /** A note under the data key of its record. @throws as `open` does */
  async encryptedNote(
    stored: StoredItem,
    { id, text, at }: Note,
    signal: AbortSignal | undefined,
  ): Promise<EncryptedNote> {
    const plain = await this.#dataKeyOf(encryptedContextIn(stored).key, signal);
    const place = { contextId: stored.contextId, attribute: noteAttribute(id) };
    return { id, data: encryptText(text, plain, place), at };
  }

  async #dataKeyOf(key: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const dataKeys = this.#dataKeys;
    if (!dataKeys) throw unreadable("is encrypted, and the store has no data keys");
    try {
      return await this.#asked((each) => dataKeys.decrypt(key, each), signal);
    } catch (error) {
      const { cause } = error as Error;
      if (!(cause instanceof Error) || !hopeless.has(cause.name)) throw error;
      throw unreadable(`is encrypted by a key that cannot be used: ${cause.name}`, cause);
    }
  }

  #asked<T>(ask: (signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    return inAttempts(ask, { ...this.#limits, signal, service: "KMS" });
  }
}
