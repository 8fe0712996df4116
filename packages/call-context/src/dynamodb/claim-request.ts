import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import {
  all,
  any,
  exists,
  isClaimed,
  isCreated,
  isLive,
  isOfThisCall,
  isUnclaimed,
} from "./conditions.ts";

export interface Claim {
  readonly contextId: string;
  readonly transactionId: string;
  /** Epoch seconds. */
  readonly now: number;
}

/** Loads and claims a record that is live and either new or just claimed by this call. */
export function claimRequest(tableName: string, claim: Claim): UpdateCommandInput {
  return {
    ...claimOf(tableName, claim),
    UpdateExpression: "SET transactionId = :transactionId, #status = :claimed",
    ConditionExpression: all(
      exists,
      isLive,
      any(all(isUnclaimed, isCreated), all(isOfThisCall, isClaimed)),
    ),
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: {
      ":now": claim.now,
      ":transactionId": claim.transactionId,
      ":created": "created",
      ":claimed": "claimed",
    },
  };
}

/** Loads and claims a record that is live and unclaimed whatever its status, which stays: it never moves back. */
export function claimKeepingStatusRequest(tableName: string, claim: Claim): UpdateCommandInput {
  return {
    ...claimOf(tableName, claim),
    UpdateExpression: "SET transactionId = :transactionId",
    ConditionExpression: all(exists, isLive, any(isUnclaimed, isOfThisCall)),
    ExpressionAttributeValues: { ":now": claim.now, ":transactionId": claim.transactionId },
  };
}

function claimOf(tableName: string, { contextId }: Claim) {
  return {
    TableName: tableName,
    Key: { contextId },
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  } as const;
}
