import type { PutCommandInput } from "@aws-sdk/lib-dynamodb";
import type { CallContextRecord } from "../call-context.ts";
import { isNew } from "./conditions.ts";

/** Tells an item of our own from another's: the SDK may repeat a write whose answer was lost. */
export interface WriteToken {
  readonly writeToken: string;
}

/** Puts a record where there is none of its ID. */
export function createRequest(
  tableName: string,
  item: CallContextRecord & WriteToken,
): PutCommandInput {
  return {
    TableName: tableName,
    Item: { ...item },
    ConditionExpression: isNew,
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}
