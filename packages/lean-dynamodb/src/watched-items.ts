import type { ItemClient } from "@skill-call/call-context";

/** One operation of DynamoDB on one table. */
interface TableOperation {
  readonly service: string;
  readonly operation: string;
  readonly tableName: string;
}

export interface Watch {
  readonly tableName: string;
  /** Wraps each request, as tracing does. */
  readonly request: <Args extends readonly unknown[], Answer>(
    operation: TableOperation,
    send: (...args: Args) => Promise<Answer>,
  ) => (...args: Args) => Promise<Answer>;
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
