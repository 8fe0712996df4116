import type { PutCommandInput } from "@aws-sdk/lib-dynamodb";
import { isNew } from "./conditions.ts";
import type { Item } from "./item-client.ts";

/** Tells an item of our own from another's: the SDK may repeat a write whose answer was lost. */
export interface WriteToken {
  readonly writeToken: string;
}

/** Puts a record where there is none of its ID. */
export function createRequest(tableName: string, item: Item & WriteToken): PutCommandInput {
  return {
    TableName: tableName,
    Item: { ...item },
    ConditionExpression: isNew,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}
