import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll } from "@jest/globals";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";
import { until } from "@skill-call/test-peers/until";
import { documentClientOver } from "../src/dynamodb/document-client.ts";
import {
  type After,
  type CallContext,
  type CallerRecordsOptions,
  createCallContextStore,
  createCallerRecords,
} from "../src/index.ts";

export const tableName = "call-contexts";
/** 2026-01-02T03:04:05.678Z */
export const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
export const nowSeconds = Math.floor(now / 1000);

export const context: CallContext = {
  callerName: "Maria Silva",
  accountIdVerified: false,
  reason: { id: "billing" },
  locale: "en-US",
  callStarter: "skill-call",
};

/** Milliseconds: no machine is so busy that a request takes longer, and no test waits for it. */
const never = 3_600_000;

/** Pauses between attempts are over at once, and limits never reached. */
const hasty: After = (milliseconds, task) => {
  if (milliseconds >= never) return () => undefined;
  const immediate = setImmediate(task);
  return () => clearImmediate(immediate);
};

/** A table for the tests of one file; faults last for one test. */
export class LocalTable {
  #dynamoDb: LocalDynamoDb | undefined;
  #clients: DynamoDBClient[] = [];
  #seen = 0;

  constructor() {
    beforeAll(async () => {
      this.#dynamoDb = await startLocalDynamoDb({ clock: () => now });
      await createCallContextTable(this.#dynamoDb.endpoint, tableName);
    });
    afterEach(() => {
      this.dynamoDb.faults.clear();
      for (const client of this.#clients.splice(0)) client.destroy();
    });
    afterAll(() => this.dynamoDb.close());
  }

  get dynamoDb(): LocalDynamoDb {
    if (!this.#dynamoDb) throw new Error("The local DynamoDB has not started");
    return this.#dynamoDb;
  }

  client(config: DynamoDBClientConfig = {}): DynamoDBClient {
    const client = new DynamoDBClient({
      endpoint: this.dynamoDb.endpoint,
      region: "local",
      credentials: localCredentials,
      ...config,
    });
    this.#clients.push(client);
    return client;
  }

  store(options: Partial<Parameters<typeof createCallContextStore>[0]> = {}) {
    return createCallContextStore({
      client: this.client(),
      tableName,
      clock: () => now,
      ttlSeconds: 600,
      requestTimeoutMs: never,
      attemptTimeoutMs: never,
      after: hasty,
      ...options,
    });
  }

  callerRecords(options: Partial<CallerRecordsOptions> = {}) {
    return createCallerRecords({
      client: this.client(),
      tableName,
      clock: () => now,
      requestTimeoutMs: never,
      attemptTimeoutMs: never,
      after: hasty,
      ...options,
    });
  }

  /** Puts an item as another system would. */
  async put(item: Record<string, unknown>): Promise<void> {
    await documentClientOver(this.client()).send(
      new PutCommand({ TableName: tableName, Item: item }),
    );
    this.newRequests();
  }

  /** An item with every attribute that it has. */
  async item(contextId: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await documentClientOver(this.client()).send(
      new GetCommand({ TableName: tableName, Key: { contextId }, ConsistentRead: true }),
    );
    this.newRequests();
    return Item;
  }

  /** The requests since this was last asked, as `PutItem ok`. */
  newRequests(): string[] {
    const requests = this.dynamoDb.requests().slice(this.#seen);
    this.#seen += requests.length;
    return requests.map(({ operation, outcome }) => `${operation} ${outcome}`);
  }
}

/** Time that a test moves by hand: what is to run later waits until it is told. */
export class ManualTime {
  readonly #waiting: { readonly milliseconds: number; readonly task: () => void }[] = [];

  readonly after: After = (milliseconds, task) => {
    const waiting = { milliseconds, task };
    this.#waiting.push(waiting);
    return () => {
      const index = this.#waiting.indexOf(waiting);
      if (index >= 0) this.#waiting.splice(index, 1);
    };
  };

  /** How long what waits now waits, the shortest first. */
  get waits(): number[] {
    return this.#waiting.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  }

  /** Waits until something is to run in so many milliseconds, and runs it. */
  async run(milliseconds: number): Promise<void> {
    await until(() => this.waits.includes(milliseconds));
    const index = this.#waiting.findIndex((each) => each.milliseconds === milliseconds);
    this.#waiting.splice(index, 1)[0]?.task();
  }
}
