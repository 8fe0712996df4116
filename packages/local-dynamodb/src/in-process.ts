import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import type { Exchanges } from "./connection.ts";
import type { WireAnswer, WireRequest } from "./wire.ts";

/**
 * Asks a server of this process without a connection, which would cost more than what is asked: whoever serves is handed
 * as much of a request and of a response as dynalite uses.
 */
export function inProcess(server: Server): Exchanges {
  return {
    exchange: (wire) =>
      new Promise((resolve) => {
        const request = new RequestInProcess(wire);
        server.emit("request", request, new ResponseInProcess(resolve));
        request.emit("data", Buffer.from(wire.body));
        request.emit("end");
      }),
    close: () => {},
  };
}

class RequestInProcess extends EventEmitter {
  readonly method = "POST";
  readonly url = "/";
  readonly headers: WireRequest["headers"];

  constructor({ headers }: WireRequest) {
    super();
    this.headers = headers;
  }
}

class ResponseInProcess {
  statusCode = 200;
  readonly #headers: Record<string, string> = {};
  readonly #answer: (answer: WireAnswer) => void;

  constructor(answer: (answer: WireAnswer) => void) {
    this.#answer = answer;
  }

  setHeader(name: string, value: string | number): void {
    this.#headers[name.toLowerCase()] = `${value}`;
  }

  end(body = ""): void {
    this.#answer({ status: this.statusCode, headers: this.#headers, body });
  }
}
