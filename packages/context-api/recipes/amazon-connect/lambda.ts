import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  type CallContextStore,
  contextIdFromUserToUser,
  createCallContextStore,
} from "@skill-call/call-context";
import { type ContactAttributes, contactAttributes } from "./contact-attributes.ts";

/**
 * What of the flow's event is read. Connect leaves out what it has nothing for, and writes a value that is not set as an
 * empty text.
 */
export interface ConnectEvent {
  readonly Details?: {
    /** The function input parameters of the block: `contextId` or `userToUser`. */
    readonly Parameters?: Texts | null;
    readonly ContactData?: { readonly Attributes?: Texts | null } | null;
  } | null;
}

type Texts = Readonly<Record<string, string | null | undefined>>;

/** Amazon Connect waits 8 s at most, and the caller with it. */
const patienceMs = 2000;

/** A Lambda for an "Invoke AWS Lambda function" block: never an error, since a call without a context is a call. */
export function createHandler(store: Pick<CallContextStore, "get">) {
  return async (event: ConnectEvent): Promise<ContactAttributes> => {
    const contextId = contextIdOf(event);
    if (contextId === undefined) return contactAttributes(undefined);
    const signal = AbortSignal.timeout(patienceMs);
    const record = await store.get(contextId, { signal }).catch(() => undefined);
    return contactAttributes(record);
  };
}

/** From the block's parameters, or from the attribute of a contact that the skill started. */
function contextIdOf({ Details }: ConnectEvent): string | undefined {
  const { contextId, userToUser } = Details?.Parameters ?? {};
  if (contextId) return contextId;
  const carried = contextIdFromUserToUser(userToUser ?? "", { bare: true });
  return carried ?? (Details?.ContactData?.Attributes?.contextId || undefined);
}

/** The store of a deployed Lambda; it needs `dynamodb:GetItem` on the table and nothing else. */
export function deployedStore(tableName = process.env.CALL_CONTEXT_TABLE ?? "skill-call-contexts") {
  return createCallContextStore({ client: new DynamoDBClient({}), tableName });
}
