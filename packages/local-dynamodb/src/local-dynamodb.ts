/// <reference path="./dynalite.d.ts" />
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import dynalite from "dynalite";
import { Connection } from "./connection.ts";
import type { Exchange } from "./exchange.ts";
import { FaultQueue, type Faults } from "./faults.ts";
import { inProcess } from "./in-process.ts";
import { createProxy } from "./proxy.ts";
import { RequestLog, type SeenRequest } from "./request-log.ts";
import { SerialQueue } from "./serial-queue.ts";
import { sweepTables } from "./ttl-sweep.ts";

export interface LocalDynamoDbOptions {
  /** Folder to keep the tables in; they are in memory, and gone at the end, without it. */
  readonly path?: string;
  /** Epoch milliseconds, for the TTL. */
  readonly clock?: () => number;
  /** Hears of every request with its content, once it is known what becomes of it. */
  readonly onExchange?: (exchange: Exchange) => void;
}

export interface LocalDynamoDb {
  /** `http://127.0.0.1:<port>`, for the SDK's AWS_ENDPOINT_URL_DYNAMODB. */
  readonly endpoint: string;
  readonly faults: Faults;
  /** The requests seen so far, in the order of their coming, without content. */
  requests(): readonly SeenRequest[];
  /** Does what DynamoDB's TTL does some day; answers how many items it deleted. */
  sweepExpired(): Promise<number>;
  /** Ends the servers, open connections and the database; a second time does nothing. */
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB on a free port of this machine.
 * @example const dynamoDb = await startLocalDynamoDb();
 */
export async function startLocalDynamoDb(
  options: LocalDynamoDbOptions = {},
): Promise<LocalDynamoDb> {
  const { path, clock = Date.now, onExchange } = options;
  const database = dynalite({
    ...(path !== undefined && { path }),
    createTableMs: 0,
    deleteTableMs: 0,
  });
  // Nobody connects to it, but it closes its database only when it closes as a server.
  await listenOnLoopback(database);
  const connection = new Connection(inProcess(database));
  const [faults, log, writes] = [new FaultQueue(), new RequestLog(), new SerialQueue()];
  const closing = new AbortController();
  const proxy = createProxy({
    dynalite: connection,
    faults,
    log,
    writes,
    onExchange,
    closing: closing.signal,
  });

  const end = async () => {
    closing.abort();
    await closeServer(proxy);
    // A write that is under way ends before the database does.
    await writes.run(() => connection.close());
    await closeServer(database);
  };
  let ended: Promise<void> | undefined;

  return {
    endpoint: await listenOnLoopback(proxy),
    faults,
    requests: () => log.list(),
    sweepExpired: () => writes.run(() => sweepTables(connection, Math.floor(clock() / 1000))),
    close: () => {
      ended ??= end();
      return ended;
    },
  };
}

/** Opens a server on a free port of the loopback interface; answers its URL. */
async function listenOnLoopback(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** Ends a server and every connection that is open, also those of requests that were never answered. */
async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
