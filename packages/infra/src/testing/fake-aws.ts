import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  /** What names the operation in AWS's JSON protocols. */
  readonly target: string | undefined;
  /** What its JSON says; the text of another protocol's. */
  readonly body: unknown;
}

export interface AwsAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
}

export interface FakeAws {
  /** `http://127.0.0.1:<port>`, for the SDK's AWS_ENDPOINT_URL_…. */
  readonly url: string;
  close(): Promise<void>;
}

/** A service of AWS's on this machine, as its client sees it. */
export async function fakeAws(
  answer: (request: AwsRequest) => AwsAnswer | Promise<AwsAnswer>,
): Promise<FakeAws> {
  const server = createServer(async (request, response) => {
    const target = request.headers["x-amz-target"];
    const {
      status = 200,
      headers,
      body,
    } = await answer({
      method: request.method ?? "",
      path: request.url ?? "",
      target: typeof target === "string" ? target : undefined,
      body: await bodyOf(request),
    });
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text === "") return undefined;
  return text.startsWith("{") ? JSON.parse(text) : text;
}
