import type { PutCommandInput, UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import { getRequest } from "./get-request.ts";
import { type AttemptOptions, inAttempts } from "./in-attempts.ts";
import type { Item, ItemClient, WriteOutcome } from "./item-client.ts";

export interface TableOptions extends Omit<AttemptOptions, "signal"> {
  readonly items: ItemClient;
  readonly tableName: string;
}

/** The table during one operation of the store, each of whose requests has its time limit and the caller's signal. */
export class Table {
  readonly name: string;
  readonly #items: ItemClient;
  readonly #attempts: AttemptOptions;

  constructor({ items, tableName, ...limits }: TableOptions, signal?: AbortSignal) {
    this.name = tableName;
    this.#items = items;
    this.#attempts = { ...limits, signal };
  }

  get(contextId: string): Promise<Item | undefined> {
    const input = getRequest(this.name, contextId);
    return inAttempts((signal) => this.#items.get(input, signal), this.#attempts);
  }

  put(contextId: string, input: PutCommandInput): Promise<WriteOutcome> {
    const write = inAttempts((signal) => this.#items.put(input, signal), this.#attempts);
    return this.#withItem(contextId, write);
  }

  update(contextId: string, input: UpdateCommandInput): Promise<WriteOutcome> {
    const write = inAttempts((signal) => this.#items.update(input, signal), this.#attempts);
    return this.#withItem(contextId, write);
  }

  /** A DynamoDB that does not bring the item of a failed condition is asked for it. */
  async #withItem(contextId: string, write: Promise<WriteOutcome>): Promise<WriteOutcome> {
    const outcome = await write;
    if (outcome.met || outcome.item !== undefined) return outcome;
    return { met: false, item: await this.get(contextId) };
  }
}
