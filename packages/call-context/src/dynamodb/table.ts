import type {
  DynamoDBDocumentClient,
  PutCommandInput,
  UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { failedItem, isFailedCondition } from "./failed-condition.ts";
import { getRequest } from "./get-request.ts";
import { type Sending, sendGet, sendPut, sendUpdate } from "./send.ts";

export type Item = Readonly<Record<string, unknown>>;

/** How a conditional write ended. */
export interface WriteOutcome {
  /** Whether the condition was met. */
  readonly met: boolean;
  /** What the write made of the item where it asks for that, or the item that did not meet the condition. */
  readonly item: Item | undefined;
}

export interface TableOptions {
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly requestTimeoutMs: number;
}

/** The table during one operation of the store, each of whose requests has its time limit and the caller's signal. */
export class Table {
  readonly name: string;
  readonly #sending: Sending;

  constructor({ documents, tableName, requestTimeoutMs }: TableOptions, signal?: AbortSignal) {
    this.name = tableName;
    this.#sending = { documents, limit: { milliseconds: requestTimeoutMs, signal } };
  }

  async get(contextId: string): Promise<Item | undefined> {
    return (await sendGet(getRequest(this.name, contextId), this.#sending)).Item;
  }

  put(contextId: string, input: PutCommandInput): Promise<WriteOutcome> {
    return this.#outcome(contextId, sendPut(input, this.#sending));
  }

  update(contextId: string, input: UpdateCommandInput): Promise<WriteOutcome> {
    return this.#outcome(contextId, sendUpdate(input, this.#sending));
  }

  /** A DynamoDB that does not bring the item of a failed condition is asked for it. */
  async #outcome(
    contextId: string,
    write: Promise<{ readonly Attributes?: Item | undefined }>,
  ): Promise<WriteOutcome> {
    try {
      return { met: true, item: (await write).Attributes };
    } catch (error) {
      if (!isFailedCondition(error)) throw error;
      return { met: false, item: failedItem(error) ?? (await this.get(contextId)) };
    }
  }
}
