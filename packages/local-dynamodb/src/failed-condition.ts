import type { Connection } from "./connection.ts";
import { type Item, keyOf } from "./tables.ts";
import { jsonAnswer, outcomeOf, type WireAnswer, type WireRequest } from "./wire.ts";

interface ConditionalWrite {
  readonly TableName: string;
  readonly Key?: Item;
  readonly Item?: Item;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

/**
 * Adds the item that a failed condition was checked against, where the request asks for it: dynalite leaves
 * it out. No other write may come between, or the item is not the one that the condition saw.
 */
export async function withFailedItem(
  connection: Connection,
  request: WireRequest,
  answer: WireAnswer,
): Promise<WireAnswer> {
  if (outcomeOf(answer) !== "ConditionalCheckFailedException") return answer;
  const write = JSON.parse(request.body) as ConditionalWrite;
  if (write.ReturnValuesOnConditionCheckFailure !== "ALL_OLD") return answer;
  const item = await currentItem(connection, write);
  return item ? jsonAnswer(answer.status, { ...JSON.parse(answer.body), Item: item }) : answer;
}

async function currentItem(
  connection: Connection,
  { TableName, Key, Item: item = {} }: ConditionalWrite,
): Promise<Item | undefined> {
  const key = Key ?? (await keyOf(connection, TableName, item));
  const { Item: current } = await connection.call<{ Item?: Item }>("GetItem", {
    TableName,
    Key: key,
    ConsistentRead: true,
  });
  return current;
}
