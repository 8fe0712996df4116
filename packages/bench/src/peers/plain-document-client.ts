// What most people write: the SDK's document client, and one consistent read.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Ask } from "./ask.ts";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async ({ contextId }: Ask) => {
  const { Item } = await client.send(
    new GetCommand({
      TableName: process.env.CALL_CONTEXT_TABLE,
      Key: { contextId },
      ConsistentRead: true,
    }),
  );
  return Item;
};
