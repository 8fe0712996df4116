import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface SmallServer {
  readonly url: string;
  /** The paths that were asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** An HTTP server on this machine that answers JSON by path; `undefined` is 404. */
export async function startSmallServer(
  answer: (path: string, url: string) => object | undefined,
): Promise<SmallServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const body = answer(path, url);
    response.writeHead(body ? 200 : 404, { "content-type": "application/json" });
    response.end(body && JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  return { url, asked, close };
}
