import { createDataKeys, type Environment } from "@skill-call/aws-request";
import {
  createItemStore,
  dataKeyContext,
  type ItemStoreOptions,
  type NoTeamFields,
  type TeamSchema,
} from "@skill-call/call-context";
import { leanItemClient } from "./lean-item-client.ts";
import { type WatchRequest, watchedItems } from "./watched-items.ts";

export interface LeanStoreOptions<S extends TeamSchema = NoTeamFields>
  extends Omit<ItemStoreOptions<S>, "items" | "dataKeys"> {
  /** Region, endpoints and credentials, by the SDK's own names. */
  readonly environment: Environment;
  /** ARN of the KMS key that what callers say is encrypted under; without it, what is encrypted is read all the same. */
  readonly contextKey?: string | undefined;
  /** Wraps each request to DynamoDB and KMS, as tracing does. */
  readonly request?: WatchRequest;
}

/** The store of call contexts as our Lambdas have it: over the lean client, with the data keys of AWS KMS. */
export function leanStore<S extends TeamSchema = NoTeamFields>({
  environment,
  contextKey: keyId,
  request = (_operation, send) => send,
  ...options
}: LeanStoreOptions<S>) {
  const { tableName, clock: now = Date.now } = options;
  const items = watchedItems(leanItemClient({ environment, now }), { tableName, request });
  const encryptionContext = dataKeyContext;
  const dataKeys = createDataKeys({ environment, now, encryptionContext, keyId, request });
  return createItemStore<S>({ ...options, items, dataKeys });
}
