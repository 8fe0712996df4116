import type { ItemClient, WriteOutcome } from "@skill-call/call-context";
import { conditionOf, updateOf } from "./expression.ts";

/** An item in plain values. */
export type Item = Readonly<Record<string, unknown>>;

/** One write that was carried out. */
export interface TableWrite {
  readonly before: Item | undefined;
  readonly after: Item;
}

type Put = Parameters<ItemClient["put"]>[0];
type Update = Parameters<ItemClient["update"]>[0];
type Get = Parameters<ItemClient["get"]>[0];
type ConditionOf = Pick<
  Put & Update,
  "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
>;

/**
 * The table of the call contexts: what DynamoDB does with the store's requests. It passes the store's conformance suite.
 * Each request is carried out whole, at one moment, as in DynamoDB.
 */
export class ContextTable {
  readonly #items = new Map<string, Item>();
  readonly #onWrite: (contextId: string, write: TableWrite) => void;

  constructor(onWrite: (contextId: string, write: TableWrite) => void = () => {}) {
    this.#onWrite = onWrite;
  }

  get({ Key }: Get): Item | undefined {
    return this.#items.get(String(Key?.contextId));
  }

  put(input: Put): WriteOutcome {
    const after: Item = { ...input.Item };
    return this.#write(String(after.contextId), input, () => after);
  }

  update(input: Update): WriteOutcome {
    const contextId = String(input.Key?.contextId);
    const { met, item } = this.#write(contextId, input, (before) =>
      updateOf(input.UpdateExpression ?? "")({ ...before, contextId }, referencesOf(input)),
    );
    return { met, item: met && input.ReturnValues !== "ALL_NEW" ? undefined : item };
  }

  /** What TTL does in its own time, whatever the condition of a request. */
  sweep(contextId: string): void {
    this.#items.delete(contextId);
  }

  #write(
    contextId: string,
    input: ConditionOf,
    change: (before: Item | undefined) => Item,
  ): WriteOutcome {
    const before = this.#items.get(contextId);
    const condition = input.ConditionExpression;
    if (condition !== undefined && !conditionOf(condition)(before ?? {}, referencesOf(input))) {
      return { met: false, item: before };
    }
    const after = change(before);
    this.#items.set(contextId, after);
    this.#onWrite(contextId, { before, after });
    return { met: true, item: after };
  }
}

function referencesOf(input: ConditionOf) {
  return {
    names: input.ExpressionAttributeNames ?? {},
    values: input.ExpressionAttributeValues ?? {},
  };
}
