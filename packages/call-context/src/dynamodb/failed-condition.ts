import type { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { nameOf } from "./attempts.ts";
import { unmarshallOptions } from "./document-client.ts";

/** Told by name: the team's client may come from another copy of the SDK. */
export function isFailedCondition(error: unknown): error is ConditionalCheckFailedException {
  return nameOf(error) === "ConditionalCheckFailedException";
}

/** The item that did not meet a condition, where the answer brought it; the document client leaves it as it came. */
export function failedItem({
  Item,
}: Pick<ConditionalCheckFailedException, "Item">): Record<string, unknown> | undefined {
  return Item && unmarshall(Item, unmarshallOptions);
}
