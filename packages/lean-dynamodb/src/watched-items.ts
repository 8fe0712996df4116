import type { ItemClient } from "@skill-call/call-context";

/** One operation of a service of AWS; of DynamoDB, on one table. */
export interface WatchedOperation {
  readonly service: string;
  readonly operation: string;
  readonly tableName?: string;
}

/** Wraps each request, as tracing does. */
export type WatchRequest = <Args extends readonly unknown[], Answer>(
  operation: WatchedOperation,
  send: (...args: Args) => Promise<Answer>,
) => (...args: Args) => Promise<Answer>;

export interface Watch {
  readonly tableName: string;
  readonly request: WatchRequest;
}

/** A client whose requests somebody watches, each by the name of its operation. */
export function watchedItems({ get, put, update }: ItemClient, watch: Watch): ItemClient {
  const { tableName, request } = watch;
  const on = (operation: string) => ({ service: "DynamoDB", operation, tableName });
  return {
    get: request(on("GetItem"), get),
    put: request(on("PutItem"), put),
    update: request(on("UpdateItem"), update),
  };
}
