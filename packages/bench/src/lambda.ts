// The peer: the one update that loads and claims a context, with a bare DynamoDB client, built as our Lambdas are.
// The expressions are the store's: the local DynamoDB takes most of its time to parse them.
import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({});

export const handler = async ({ contextId, transactionId }: Record<string, string>) => {
  const { Attributes } = await client.send(
    new UpdateItemCommand({
      TableName: process.env.CALL_CONTEXT_TABLE,
      Key: { contextId: { S: contextId ?? "" } },
      UpdateExpression:
        "SET transactionId = :transaction, #timeline = if_not_exists(#timeline, :at), #status = :claimed",
      ConditionExpression:
        "attribute_exists(contextId) AND expiresAt > :now AND (attribute_not_exists(transactionId) AND (attribute_not_exists(#status) OR #status = :created) OR transactionId = :transaction AND #status = :claimed)",
      ExpressionAttributeNames: { "#timeline": "timeline#claimed", "#status": "status" },
      ExpressionAttributeValues: {
        ":transaction": { S: transactionId ?? "" },
        ":at": { S: new Date().toISOString() },
        ":now": { N: String(Math.floor(Date.now() / 1000)) },
        ":created": { S: "created" },
        ":claimed": { S: "claimed" },
      },
      ReturnValues: "ALL_NEW",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    }),
  );
  return Attributes;
};
