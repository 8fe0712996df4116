import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import type { CallStatus } from "../call-context.ts";
import { timelineAttribute } from "../history-attributes.ts";
import { statusesNotBefore } from "../status.ts";
import { all, exists, isLive, isOfThisCall, isUnclaimed } from "./conditions.ts";
import type { WriteToken } from "./create-request.ts";

export interface Advance extends WriteToken {
  readonly contextId: string;
  readonly to: CallStatus;
  /** Only a record that this transaction claimed. */
  readonly transactionId?: string | undefined;
  readonly onlyUnclaimed?: boolean | undefined;
  /** Epoch seconds. */
  readonly now: number;
  /** The same, ISO 8601 with milliseconds. */
  readonly at: string;
}

/** Moves the status of a live record forward. */
export function advanceRequest(tableName: string, advance: Advance): UpdateCommandInput {
  const { transactionId } = advance;
  const barred = statusesNotBefore(advance.to).map((status) => [`:${status}`, status] as const);
  const isBefore = `NOT (#status IN (${barred.map(([name]) => name).join(", ")}))`;
  const ofThisCall = transactionId === undefined ? [] : [isOfThisCall];
  const ofNoCall = advance.onlyUnclaimed ? [isUnclaimed] : [];
  return {
    TableName: tableName,
    Key: { contextId: advance.contextId },
    UpdateExpression: "SET #status = :to, writeToken = :writeToken, #timeline = :at",
    ConditionExpression: all(exists, isLive, isBefore, ...ofThisCall, ...ofNoCall),
    ExpressionAttributeNames: { "#status": "status", "#timeline": timelineAttribute(advance.to) },
    ExpressionAttributeValues: {
      ":now": advance.now,
      ":to": advance.to,
      ":at": advance.at,
      ":writeToken": advance.writeToken,
      ...Object.fromEntries(barred),
      ...(transactionId !== undefined && { ":transactionId": transactionId }),
    },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}
