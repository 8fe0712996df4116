import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import { timelineAttribute } from "../history-attributes.ts";
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
  /** The same, ISO 8601 with milliseconds. */
  readonly at: string;
}

/** A repeated claim leaves the time of the first one. */
const setClaim = "SET transactionId = :transactionId, #timeline = if_not_exists(#timeline, :at)";

/** Loads and claims a record that is live and either new or just claimed by this call. */
export function claimRequest(tableName: string, claim: Claim): UpdateCommandInput {
  return {
    ...claimOf(tableName, claim),
    UpdateExpression: `${setClaim}, #status = :claimed`,
    ConditionExpression: all(
      exists,
      isLive,
      any(all(isUnclaimed, isCreated), all(isOfThisCall, isClaimed)),
    ),
    ExpressionAttributeNames: { ...timelineName, "#status": "status" },
    ExpressionAttributeValues: {
      ...valuesOf(claim),
      ":created": "created",
      ":claimed": "claimed",
    },
  };
}

/** Loads and claims a record that is live and unclaimed whatever its status, which stays: it never moves back. */
export function claimKeepingStatusRequest(tableName: string, claim: Claim): UpdateCommandInput {
  return {
    ...claimOf(tableName, claim),
    UpdateExpression: setClaim,
    ConditionExpression: all(exists, isLive, any(isUnclaimed, isOfThisCall)),
    ExpressionAttributeNames: timelineName,
    ExpressionAttributeValues: valuesOf(claim),
  };
}

const timelineName = { "#timeline": timelineAttribute("claimed") };

function valuesOf({ now, at, transactionId }: Claim) {
  return { ":now": now, ":at": at, ":transactionId": transactionId };
}

function claimOf(tableName: string, { contextId }: Claim) {
  return {
    TableName: tableName,
    Key: { contextId },
    ReturnValues: "ALL_NEW",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  } as const;
}
