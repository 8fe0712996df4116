import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface SeenRequest {
  /** Such as `POST /meetings`. */
  readonly line: string;
  readonly body: Record<string, string>;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface Answer {
  readonly status: number;
  readonly body?: object;
  /** Where AWS says which error it is. */
  readonly errorType?: string;
}

/** `undefined` is never answered. */
export type Reply = Answer | undefined;

export interface SmallServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

/** An HTTP server on this machine that answers JSON and remembers what it was asked. */
export async function startSmallServer(
  reply: (request: SeenRequest) => Reply,
): Promise<SmallServer> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const body = (await text(request)) || "{}";
    const line = `${request.method} ${request.url}`;
    const asked = { line, body: JSON.parse(body), headers: request.headers };
    seen.push(asked);
    const answer = reply(asked);
    if (!answer) return;
    const { status, errorType } = answer;
    const error = errorType === undefined ? {} : { "x-amzn-errortype": errorType };
    response.writeHead(status, { "content-type": "application/json", ...error });
    response.end(answer.body && JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
