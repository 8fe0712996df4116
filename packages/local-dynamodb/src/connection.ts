import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { outcomeOf, type WireAnswer, type WireRequest, wireRequest } from "./wire.ts";

/** DynamoDB refused one of our own requests; `type` is the name of its error. */
export class LocalDynamoDbError extends Error {
  override readonly name = "LocalDynamoDbError";
  readonly operation: string;
  readonly type: string;

  constructor(operation: string, type: string, message: string) {
    super(`${operation}: ${type}: ${message}`);
    this.operation = operation;
    this.type = type;
  }
}

/** How requests reach a DynamoDB. */
export interface Exchanges {
  /** @throws {Error} when there is no answer */
  exchange(wire: WireRequest): Promise<WireAnswer>;
  close(): void;
}

/** A way to one DynamoDB. */
export class Connection {
  readonly #exchanges: Exchanges;
  readonly #pending = new Set<Promise<WireAnswer>>();
  #closed = false;

  constructor(exchanges: Exchanges) {
    this.#exchanges = exchanges;
  }

  /**
   * Passes a request on as it is.
   * @throws {Error} when the connection was closed or broke
   */
  async forward(wire: WireRequest): Promise<WireAnswer> {
    if (this.#closed) throw new Error("The connection to the local DynamoDB is closed");
    const answer = this.#exchanges.exchange(wire);
    this.#pending.add(answer);
    return answer.finally(() => this.#pending.delete(answer));
  }

  /**
   * Carries out one of our own operations.
   * @throws {LocalDynamoDbError} when DynamoDB answers an error
   */
  async call<Output>(operation: string, input: object): Promise<Output> {
    const answer = await this.forward(wireRequest(operation, input));
    const outcome = outcomeOf(answer);
    const output = JSON.parse(answer.body);
    if (outcome !== "ok") throw new LocalDynamoDbError(operation, outcome, output.message);
    return output as Output;
  }

  /** Waits for the answers that are due first: the database must not be closed before. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#pending);
    this.#exchanges.close();
  }
}

/** Over HTTP, on connections that are kept. */
export function overHttp(endpoint: string): Exchanges {
  const agent = new Agent({ keepAlive: true });
  const exchange = ({ headers, body }: WireRequest): Promise<WireAnswer> => {
    const options = {
      method: "POST",
      agent,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(endpoint, options, (incoming) => {
        const { statusCode: status = 0, headers } = incoming;
        text(incoming).then((body) => resolve({ status, headers, body }), reject);
      });
      outgoing.once("error", reject).end(body);
    });
  };
  return { exchange, close: () => agent.destroy() };
}
