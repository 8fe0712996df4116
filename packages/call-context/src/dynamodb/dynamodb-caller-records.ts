import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  ScanCommand,
  type ScanCommandOutput,
} from "@aws-sdk/lib-dynamodb";
import type { CallerRecord, CallerRecordsStore, KnownOfCaller } from "../caller-records.ts";
import { checkTableOptions } from "../check-options.ts";
import { encryptedAttribute } from "../encryption/encrypted-attributes.ts";
import { RecordEncryption } from "../encryption/record-encryption.ts";
import { InvalidRecordError } from "../errors.ts";
import { epochSeconds } from "../new-record.ts";
import { isOfCaller, toldOf } from "../same-caller.ts";
import type { StoreRequest } from "../store.ts";
import { defaultTtlSeconds } from "../store-options.ts";
import { readItem } from "../stored-record.ts";
import { systemAfter } from "../timers.ts";
import { deleteRequest, scanRequest } from "./caller-records-requests.ts";
import { documentClientOver } from "./document-client.ts";
import type { DynamoDbStoreOptions } from "./dynamodb-store.ts";
import { getRequest } from "./get-request.ts";
import { inAttempts } from "./in-attempts.ts";
import type { Item } from "./item-client.ts";
import { onlyAttempt } from "./only-attempt.ts";

export interface CallerRecordsOptions
  extends Pick<DynamoDbStoreOptions, "tableName" | "clock" | "after" | "ttlSeconds" | "dataKeys"> {
  readonly client: DynamoDBClient | DynamoDBDocumentClient;
  /** Milliseconds for each request, its retries included; 30,000: a page of a scan holds 1 MB, and nobody is on the line. */
  readonly requestTimeoutMs?: number;
  /** Milliseconds for the first attempt at it; 5,000. Each further one has twice as many. */
  readonly attemptTimeoutMs?: number;
}

/**
 * One caller's records in a DynamoDB table. It takes rights that no Lambda has: `Scan`, `GetItem` and `DeleteItem`.
 * @throws {InvalidOptionsError} when it cannot be made of these options
 * @example createCallerRecords({ client: new DynamoDBClient(), tableName: "call-contexts" });
 */
export function createCallerRecords(options: CallerRecordsOptions): CallerRecordsStore {
  const { client, tableName } = options;
  checkTableOptions({ ...options, items: client });
  const documents = documentClientOver(client);
  const { requestTimeoutMs = 30_000, attemptTimeoutMs = 5_000, after = systemAfter } = options;
  const { clock = Date.now, ttlSeconds = defaultTtlSeconds } = options;
  const limits = { requestTimeoutMs, attemptTimeoutMs, after };
  const encryption = new RecordEncryption(options.dataKeys, limits);

  function scanned(known: KnownOfCaller, key: Item | undefined, { signal }: StoreRequest) {
    const input = scanRequest(tableName, known, key && { ...key });
    const attempt = (abortSignal: AbortSignal): Promise<ScanCommandOutput> => {
      const command = new ScanCommand(input);
      return onlyAttempt(command, () => documents.send(command, { abortSignal }));
    };
    return inAttempts(attempt, { ...limits, signal });
  }

  async function* allItems(known: KnownOfCaller, request: StoreRequest): AsyncIterable<Item> {
    let key: Item | undefined;
    do {
      const page = await scanned(known, key, request);
      yield* page.Items ?? [];
      key = page.LastEvaluatedKey;
    } while (key !== undefined);
  }

  async function* oneItem(contextId: string, { signal }: StoreRequest): AsyncIterable<Item> {
    const attempt = (abortSignal: AbortSignal) => {
      const command = new GetCommand(getRequest(tableName, contextId));
      return onlyAttempt(command, () => documents.send(command, { abortSignal }));
    };
    const { Item } = await inAttempts(attempt, { ...limits, signal });
    if (Item) yield Item;
  }

  const reading = () => ({ ttlSeconds, now: epochSeconds(clock()) });

  /** An item with what the caller said in it; none where no key opens it. */
  async function saidIn(item: Item, { signal }: StoreRequest): Promise<Item | undefined> {
    if (item[encryptedAttribute] === undefined) return item;
    try {
      const { stored } = await encryption.open(readItem(item, reading()), signal);
      return { ...item, ...stored.gathered };
    } catch (error) {
      if (error instanceof InvalidRecordError) return undefined;
      throw error;
    }
  }

  return {
    async *recordsOf(known, request = {}) {
      const isTheirs = isOfCaller(known);
      const { contextId, ...others } = known;
      const items =
        contextId === undefined ? allItems(known, request) : oneItem(contextId, request);
      const isAskedById = Object.keys(others).length === 0;
      for await (const item of items) {
        const said = isAskedById ? item : await saidIn(item, request);
        if (said === undefined) request.unreadable?.(foundIn(item, reading()));
        else if (isTheirs(said)) yield foundIn(item, reading());
      }
    },

    async remove(contextId, { signal } = {}) {
      const attempt = (abortSignal: AbortSignal) => {
        const command = new DeleteCommand(deleteRequest(tableName, contextId));
        return onlyAttempt(command, () => documents.send(command, { abortSignal }));
      };
      await inAttempts(attempt, { ...limits, signal });
    },
  };
}

function foundIn(item: Item, reading: Parameters<typeof readItem>[1]): CallerRecord {
  try {
    return toldOf(readItem(item, reading));
  } catch (error) {
    // What another system wrote badly is the caller's all the same.
    if (error instanceof InvalidRecordError) return { contextId: String(item.contextId) };
    throw error;
  }
}
