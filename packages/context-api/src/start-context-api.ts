import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type HttpBindings, serve } from "@hono/node-server";
import { logOnly } from "@skill-call/telemetry";
import { createApp } from "./app.ts";
import { readConfig } from "./config/config.ts";
import { createPorts } from "./create-ports.ts";
import type { AppEnvironment } from "./http/app-environment.ts";
import { serverPace } from "./live/snapshots.ts";

export interface ContextApiOptions {
  /** Read as the Lambda reads its own. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** 0: any that is free. */
  readonly port?: number;
  /** Takes the log, a JSON line at a time. */
  readonly write?: (line: string) => void;
}

export interface ContextApiServer {
  /** Such as `http://127.0.0.1:49152`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the context API on this machine's loopback address.
 * @throws {ConfigError} with every mistake in the environment
 */
export async function startContextApi({
  environment,
  port = 0,
  write = (line) => process.stdout.write(line),
}: ContextApiOptions): Promise<ContextApiServer> {
  const config = readConfig(environment);
  const telemetry = logOnly(write);
  const app = createApp(config, createPorts(config, { pace: serverPace, telemetry }));
  const server = serve({
    fetch: (request, env) => app.fetch(request, addressOf(env)),
    hostname: "127.0.0.1",
    port,
  });
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      // Streams that follow a context would keep it open.
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}

function addressOf(env: object): AppEnvironment["Bindings"] {
  const sourceIp = (env as HttpBindings).incoming.socket.remoteAddress;
  return sourceIp === undefined ? {} : { sourceIp };
}
