import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  contextIdFromUserToUser,
  createCallContextStore,
  isCallContextError,
} from "@skill-call/call-context";

const tableName = process.env.CALL_CONTEXT_TABLE ?? "skill-call-contexts";
const store = createCallContextStore({ client: new DynamoDBClient(), tableName });

/** What an agent says first, by the User-to-User header of the INVITE. */
export async function greeting(userToUser: string): Promise<string> {
  const contextId = contextIdFromUserToUser(userToUser);
  const unknown = "Hello, who am I speaking with?";
  if (contextId === undefined) return unknown;
  const context = await store.get(contextId).catch((error) => {
    if (!isCallContextError(error)) throw error;
  });
  return context ? `Hello ${context.callerName}, you call about ${context.reason.id}?` : unknown;
}
