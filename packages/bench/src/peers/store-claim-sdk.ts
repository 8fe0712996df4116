// Ours, as other teams use it: the store's claim over the SDK's client.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore } from "@skill-call/call-context";
import type { Ask } from "./ask.ts";

const store = createCallContextStore({
  client: new DynamoDBClient({}),
  tableName: process.env.CALL_CONTEXT_TABLE ?? "",
});

export const handler = ({ contextId, transactionId }: Ask) => store.claim(contextId, transactionId);
