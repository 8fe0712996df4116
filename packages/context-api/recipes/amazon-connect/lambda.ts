import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  type CallContextStore,
  contextIdFromUserToUser,
  createCallContextStore,
} from "@skill-call/call-context";
import { type ContactAttributes, contactAttributes } from "./contact-attributes.ts";

/** What the contact flow passes as function input parameters: one of the two. */
export interface ConnectEvent {
  readonly Details: {
    readonly Parameters: { readonly contextId?: string; readonly userToUser?: string };
  };
}

/** Amazon Connect waits 8 s at most, and the caller with it. */
const patienceMs = 2000;

/** A Lambda for an "Invoke AWS Lambda function" block: never an error, since a call without a context is a call. */
export function createHandler(store: Pick<CallContextStore, "get">) {
  return async ({ Details: { Parameters } }: ConnectEvent): Promise<ContactAttributes> => {
    // A contact attribute that is not set comes as an empty text.
    const contextId = Parameters.contextId || contextIdFromUserToUser(Parameters.userToUser ?? "");
    if (contextId === undefined) return contactAttributes(undefined);
    const signal = AbortSignal.timeout(patienceMs);
    const record = await store.get(contextId, { signal }).catch(() => undefined);
    return contactAttributes(record);
  };
}

/** The store of a deployed Lambda; it needs `dynamodb:GetItem` on the table and nothing else. */
export function deployedStore(tableName = process.env.CALL_CONTEXT_TABLE ?? "skill-call-contexts") {
  return createCallContextStore({ client: new DynamoDBClient({}), tableName });
}
