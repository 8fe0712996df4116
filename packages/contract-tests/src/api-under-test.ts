import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type CallContext, createCallContextStore } from "@skill-call/call-context";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";
import { OidcProvider } from "@skill-call/test-peers/oidc-provider";

const tableName = "skill-call-contexts";
const audience = "call-context-api";

/** The built server of the context API. */
const serverFile = join(__dirname, "../../context-api/dist/server.mjs");

/** Whoever calls in the tests. */
const caller: CallContext = {
  callerName: "Maria Silva",
  accountId: "AC1234",
  accountIdVerified: false,
  reason: { id: "billing", text: "my last bill" },
  callerNumber: "+12045551111",
  locale: "en-US",
  callStarter: "skill-call",
};

export interface ApiOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the agent's page may come back to from signing in; `{api}` is the API's own origin. */
  readonly redirectUris?: readonly string[];
}

/** The context API as it is run, with an OpenID provider and a table, all on this machine. */
export class ApiUnderTest {
  readonly url: string;
  readonly provider: OidcProvider;
  readonly #dynamoDb: LocalDynamoDb;
  readonly #client: DynamoDBClient;
  readonly #server: ChildProcess;

  private constructor(parts: {
    url: string;
    provider: OidcProvider;
    dynamoDb: LocalDynamoDb;
    client: DynamoDBClient;
    server: ChildProcess;
  }) {
    this.url = parts.url;
    this.provider = parts.provider;
    this.#dynamoDb = parts.dynamoDb;
    this.#client = parts.client;
    this.#server = parts.server;
  }

  static async start({ environment = {}, redirectUris }: ApiOptions = {}): Promise<ApiUnderTest> {
    const dynamoDb = await startLocalDynamoDb();
    await createCallContextTable(dynamoDb.endpoint, tableName);
    const provider = await OidcProvider.start({ audience, ...(redirectUris && { redirectUris }) });
    const server = spawn(process.execPath, [serverFile], {
      env: {
        AWS_REGION: "us-east-1",
        AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
        AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
        AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
        CALL_CONTEXT_TABLE: tableName,
        JWT_ISSUER: provider.url,
        JWT_AUDIENCE: audience,
        ...environment,
      },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const client = new DynamoDBClient({
      endpoint: dynamoDb.endpoint,
      region: "us-east-1",
      credentials: localCredentials,
    });
    return new ApiUnderTest({ url: await urlOf(server), provider, dynamoDb, client, server });
  }

  get store() {
    // No machine is so busy that a request takes an hour.
    return createCallContextStore({ client: this.#client, tableName, requestTimeoutMs: 3_600_000 });
  }

  /** A call that has been put through; answers its context ID. */
  async call(
    context: Partial<CallContext> & Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    const { contextId } = await this.store.create({ ...caller, ...context });
    await this.store.claim(contextId, "call-1");
    return contextId;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.kill();
    await closed;
    this.#client.destroy();
    await Promise.all([this.provider.close(), this.#dynamoDb.close()]);
  }
}

/** The server says where it listens in the first line of its log. */
async function urlOf(server: ChildProcess): Promise<string> {
  const output = server.stdout;
  if (!output) throw new Error("The server has no output");
  const listening = new Promise<string>((resolve) => {
    createInterface({ input: output }).on("line", (line) => {
      const { message, url } = JSON.parse(line);
      if (message === "server.listening") resolve(url);
    });
  });
  const ended = once(server, "close").then((): never => {
    throw new Error("The server ended before it listened");
  });
  const url = await Promise.race([listening, ended]);
  ended.catch(() => {});
  return url;
}
