import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  contextIdFromUserToUser,
  createCallContextStore,
  isCallContextError,
} from "@skill-call/call-context";

const store = createCallContextStore({ client: new DynamoDBClient(), tableName: "call-contexts" });

/** Who calls and why, by the ID that `X-Call-Context-Id` holds. */
export async function contextById(contextId: string) {
  try {
    return await store.get(contextId);
  } catch (error) {
    // A call without a context is a call all the same: the agent asks.
    if (isCallContextError(error, "call-context.not-found")) return undefined;
    if (isCallContextError(error, "call-context.expired")) return undefined;
    throw error;
  }
}

/** The same by the raw User-to-User header, also one that came more than once. */
export async function contextByHeader(userToUser: string | string[]) {
  const contextId = contextIdFromUserToUser(userToUser);
  return contextId === undefined ? undefined : contextById(contextId);
}
