import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "./connection.ts";
import { type Exchange, exchangeOf } from "./exchange.ts";
import type { Fault, FaultQueue } from "./faults.ts";
import { refusalOf } from "./refusal.ts";
import type { RequestLog } from "./request-log.ts";
import type { SerialQueue } from "./serial-queue.ts";
import { type Item, keyOf } from "./tables.ts";
import {
  errorAnswer,
  jsonAnswer,
  operationOf,
  outcomeOf,
  received,
  type WireAnswer,
  type WireRequest,
} from "./wire.ts";

export interface ProxyPorts {
  readonly dynalite: Connection;
  readonly faults: FaultQueue;
  readonly log: RequestLog;
  /** One write at a time, so that a failed condition's item is the one that the condition saw. */
  readonly writes: SerialQueue;
  readonly onExchange: ((exchange: Exchange) => void) | undefined;
  /** Ends the delays that still run. */
  readonly closing: AbortSignal;
}

const writes = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"]);

/** What became of a request: an answer to send, or a silence. */
type Fate = { readonly answer: WireAnswer } | "hung" | "answer-lost";

/** The server between the clients and dynalite. */
export function createProxy(ports: ProxyPorts): Server {
  return createServer((incoming, outgoing) => {
    // A client that breaks off, or a proxy that closes, leaves nobody to tell.
    serve(ports, incoming, outgoing).catch(() => outgoing.destroy());
  });
}

async function serve(ports: ProxyPorts, incoming: IncomingMessage, outgoing: ServerResponse) {
  const startedAt = performance.now();
  const request = received(incoming.headers, await text(incoming));
  const operation = operationOf(request);
  const end = ports.log.begin(operation);
  const fate = await fateOf(ports, request, ports.faults.take(operation));
  const outcome = typeof fate === "string" ? fate : outcomeOf(fate.answer);
  if (ports.onExchange) {
    const answered = typeof fate !== "string" && { answer: fate.answer };
    const durationMs = performance.now() - startedAt;
    ports.onExchange(exchangeOf({ operation, outcome, request, durationMs, ...answered }));
  }
  end(outcome);
  if (fate === "answer-lost") incoming.socket.resetAndDestroy();
  if (typeof fate === "string") return;
  outgoing.writeHead(fate.answer.status, fate.answer.headers).end(fate.answer.body);
}

async function fateOf(ports: ProxyPorts, request: WireRequest, fault?: Fault): Promise<Fate> {
  switch (fault?.kind) {
    case "throttle":
      return { answer: throttled };
    case "internal-server-error":
      return { answer: broken };
    case "hang":
      return "hung";
    case "answer-lost":
      await carryOut(ports, request);
      return "answer-lost";
    case "stale-read":
      return isConsistent(request)
        ? { answer: await carryOut(ports, request) }
        : { answer: nothing };
    case "delay":
      await sleep(fault.delayMs, undefined, { signal: ports.closing });
      return { answer: await carryOut(ports, request) };
    default:
      return { answer: await carryOut(ports, request) };
  }
}

async function carryOut(ports: ProxyPorts, request: WireRequest): Promise<WireAnswer> {
  const refusal = refusalOf(operationOf(request), request.body);
  if (refusal) return refusal;
  const forward = async () =>
    withFailedItem(ports.dynalite, request, await ports.dynalite.forward(request));
  return writes.has(operationOf(request)) ? ports.writes.run(forward) : forward();
}

function isConsistent({ body }: WireRequest): boolean {
  return (JSON.parse(body) as { ConsistentRead?: boolean }).ConsistentRead === true;
}

const throttled = errorAnswer(
  400,
  "ProvisionedThroughputExceededException",
  "The level of configured provisioned throughput for the table was exceeded.",
);
const broken = errorAnswer(500, "InternalServerError", "The request could not be processed.");
const nothing = jsonAnswer(200, {});

interface ConditionalWrite {
  readonly TableName: string;
  readonly Key?: Item;
  readonly Item?: Item;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

/**
 * Adds the item that a failed condition was checked against, where the request asks for it: dynalite leaves
 * it out. No other write may come between, or the item is not the one that the condition saw.
 */
async function withFailedItem(
  connection: Connection,
  request: WireRequest,
  answer: WireAnswer,
): Promise<WireAnswer> {
  if (outcomeOf(answer) !== "ConditionalCheckFailedException") return answer;
  const write = JSON.parse(request.body) as ConditionalWrite;
  if (write.ReturnValuesOnConditionCheckFailure !== "ALL_OLD") return answer;
  const item = await currentItem(connection, write);
  return item ? jsonAnswer(answer.status, { ...JSON.parse(answer.body), Item: item }) : answer;
}

async function currentItem(
  connection: Connection,
  { TableName, Key, Item: item = {} }: ConditionalWrite,
): Promise<Item | undefined> {
  const key = Key ?? (await keyOf(connection, TableName, item));
  const { Item: current } = await connection.call<{ Item?: Item }>("GetItem", {
    TableName,
    Key: key,
    ConsistentRead: true,
  });
  return current;
}
