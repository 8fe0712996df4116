// In the style of AWS's own samples of SIP media applications: the event is logged, the context read, then marked.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Ask } from "./ask.ts";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.CALL_CONTEXT_TABLE;

export const handler = async (event: Ask) => {
  process.stdout.write(`${JSON.stringify(event)}\n`);
  const Key = { contextId: event.contextId };
  const { Item } = await client.send(new GetCommand({ TableName, Key }));
  await client.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: "SET transactionId = :transaction, #status = :claimed",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":transaction": event.transactionId, ":claimed": "claimed" },
    }),
  );
  const Parameters = { CallTimeoutSeconds: 30, Endpoints: [{ Uri: Item?.reason?.id }] };
  return { SchemaVersion: "1.0", Actions: [{ Type: "CallAndBridge", Parameters }] };
};
