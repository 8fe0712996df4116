import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const servers: Server[] = [];

/** A server on this machine that answers so; its URL, without a slash at the end. */
export async function endpointThat(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Ends them all, with what was never answered. */
export function closeEndpoints(): void {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
}
