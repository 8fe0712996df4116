import type { DeleteCommandInput, ScanCommandInput } from "@aws-sdk/lib-dynamodb";
import type { KnownOfCaller } from "../caller-records.ts";
import { encryptedAttribute } from "../encryption/encrypted-attributes.ts";

/** What a record is told by to whoever decides on it. */
const told = ["contextId", "status", "createdAt", "expiresAt", "transactionId", encryptedAttribute];

/** A page of all records, and of each no more than is compared and told. */
export function scanRequest(
  tableName: string,
  known: KnownOfCaller,
  after: ScanCommandInput["ExclusiveStartKey"],
): ScanCommandInput {
  const names = [...new Set([...told, ...Object.keys(known)])];
  const placeholders = names.map((name, index) => [`#field${index}`, name] as const);
  return {
    TableName: tableName,
    ConsistentRead: true,
    ProjectionExpression: placeholders.map(([placeholder]) => placeholder).join(", "),
    ExpressionAttributeNames: Object.fromEntries(placeholders),
    ...(after && { ExclusiveStartKey: after }),
  };
}

/** Without a condition: a record's ID is never another's, and no update changes whose it is. */
export function deleteRequest(tableName: string, contextId: string): DeleteCommandInput {
  return { TableName: tableName, Key: { contextId } };
}
