import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore } from "@skill-call/call-context";
import * as z from "zod";

const ourFields = z.object({
  queue: z.enum(["gold", "standard"]),
  openTicket: z.string().optional(),
});

export async function queueOfCall(client: DynamoDBClient, contextId: string) {
  const store = createCallContextStore({ client, tableName: "call-contexts", schema: ourFields });
  const { callerName, queue } = await store.get(contextId); // queue: "gold" | "standard"
  return `${callerName} waits in ${queue}`;
}
