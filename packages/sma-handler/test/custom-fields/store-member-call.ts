import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type CallContext, createCallContextStore } from "@skill-call/call-context";
import { memberFields } from "./member-fields.ts";

/** What the skill does when the caller said yes; the context ID goes along with the call. */
export async function storeMemberCall(client: DynamoDBClient, gathered: CallContext) {
  const store = createCallContextStore({ client, tableName: "calls", schema: memberFields });
  const { contextId } = await store.create({
    ...gathered,
    membership: "gold", // "silver" would not compile
    vehicle: { plate: "KHG 442", electric: true },
  });
  return contextId;
}
