import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore, type DataKeys } from "@skill-call/call-context";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";

const tableName = "skill-call-contexts";

/** Milliseconds: no machine is so busy that a request takes longer, and no test waits for it. */
const never = 3_600_000;

/** DynamoDB on this machine with the table, and a store over it as the skill and the SMA handler have one. */
export class LocalAws {
  readonly dynamoDb: LocalDynamoDb;
  readonly #client: DynamoDBClient;
  readonly store: ReturnType<typeof createCallContextStore>;

  private constructor(dynamoDb: LocalDynamoDb) {
    this.dynamoDb = dynamoDb;
    const { endpoint } = dynamoDb;
    this.#client = new DynamoDBClient({
      endpoint,
      region: "us-east-1",
      credentials: localCredentials,
    });
    this.store = this.storeWith();
  }

  /** One that encrypts what callers say, where it is given keys. */
  storeWith(options: { readonly dataKeys?: DataKeys } = {}) {
    const client = this.#client;
    return createCallContextStore({ client, tableName, requestTimeoutMs: never, ...options });
  }

  static async start(): Promise<LocalAws> {
    const dynamoDb = await startLocalDynamoDb();
    await createCallContextTable(dynamoDb.endpoint, tableName);
    return new LocalAws(dynamoDb);
  }

  /** For a process that uses it. */
  get environment(): Record<string, string> {
    return {
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: this.dynamoDb.endpoint,
      CALL_CONTEXT_TABLE: tableName,
    };
  }

  async close(): Promise<void> {
    this.#client.destroy();
    await this.dynamoDb.close();
  }
}
