import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";

/** What a Hono app gets from here: the Node request, so that a fault can break the connection. */
export type LoopbackEnv = { Bindings: HttpBindings };

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly endpoint: string;
  /** Ends the server and every open connection, also those of requests left hanging. */
  close(): Promise<void>;
}

/** Serves a Hono app on the loopback interface, where nobody else can reach it: on a free port, or on this one. */
export async function serveOnLoopback(app: Hono<LoopbackEnv>, port = 0): Promise<LoopbackServer> {
  const listener = getRequestListener(app.fetch as (request: Request) => Promise<Response>);
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    void listener(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
