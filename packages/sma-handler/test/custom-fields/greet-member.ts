import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore } from "@skill-call/call-context";
import { memberFields } from "./member-fields.ts";

/** What the agent sees first. */
export async function greetMember(client: DynamoDBClient, contextId: string) {
  const store = createCallContextStore({ client, tableName: "calls", schema: memberFields });
  const { callerName, membership, vehicle } = await store.get(contextId);
  const car = vehicle ? `${vehicle.electric ? "electric " : ""}${vehicle.plate}` : "car unknown";
  return `${callerName}, ${membership} member, ${car}`;
}
