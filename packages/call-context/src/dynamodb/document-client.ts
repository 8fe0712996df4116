import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** A number that JavaScript cannot keep exactly loses digits, and the caller their call otherwise. */
export const unmarshallOptions = { wrapNumbers: Number } as const;

/**
 * A document client over the given one, document client or not. The SDK would write our options into the
 * configuration that it shares with the team's own document clients; hence a copy of that.
 */
export function documentClientOver(
  client: DynamoDBClient | DynamoDBDocumentClient,
): DynamoDBDocumentClient {
  const own: DynamoDBClient = Object.create(client, { config: { value: { ...client.config } } });
  // A copy here too: the document client adds to the options that it is given.
  return DynamoDBDocumentClient.from(own, { unmarshallOptions: { ...unmarshallOptions } });
}
