import type { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { documentClientOver, unmarshallOptions } from "./document-client.ts";
import type { Item, ItemClient, WriteOutcome } from "./item-client.ts";
import { onlyAttempt } from "./only-attempt.ts";

/** One attempt a request over the team's own client, whose retries the store does without. */
export function sdkItemClient(client: DynamoDBClient | DynamoDBDocumentClient): ItemClient {
  const documents = documentClientOver(client);
  return {
    async get(input, abortSignal) {
      const command = new GetCommand(input);
      const answer = onlyAttempt(command, () => documents.send(command, { abortSignal }));
      return (await answer).Item;
    },
    put(input, abortSignal) {
      const command = new PutCommand(input);
      return outcome(onlyAttempt(command, () => documents.send(command, { abortSignal })));
    },
    update(input, abortSignal) {
      const command = new UpdateCommand(input);
      return outcome(onlyAttempt(command, () => documents.send(command, { abortSignal })));
    },
  };
}

async function outcome(
  write: Promise<{ readonly Attributes?: Item | undefined }>,
): Promise<WriteOutcome> {
  try {
    return { met: true, item: (await write).Attributes };
  } catch (error) {
    if (!isFailedCondition(error)) throw error;
    // The document client leaves the item as it came.
    return { met: false, item: error.Item && unmarshall(error.Item, unmarshallOptions) };
  }
}

/** Told by name: the team's client may come from another copy of the SDK. */
function isFailedCondition(error: unknown): error is ConditionalCheckFailedException {
  return error instanceof Error && error.name === "ConditionalCheckFailedException";
}
