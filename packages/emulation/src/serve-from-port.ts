import type { Hono } from "hono";
import { type LoopbackEnv, type LoopbackServer, serveOnLoopback } from "./loopback-server.ts";

/** A port that a page is always found at, as long as nobody else has it. */
export interface UsualPort {
  /** The first to be tried, then the ones behind it, then any. */
  readonly usual: number;
  /** The one that the user asked for: no other will do. */
  readonly asked?: number | undefined;
}

export interface ServedFromPort extends LoopbackServer {
  /** The usual port, where somebody else has it. */
  readonly takenPort?: number;
}

/** So many ports are tried one after the other. */
const tries = 10;

/**
 * Serves a Hono app on the loopback interface, on the port that was asked for or from the usual one on.
 * @throws {Error} `EADDRINUSE` when the port that was asked for is taken
 */
export async function serveFromPort(
  app: Hono<LoopbackEnv>,
  { usual, asked }: UsualPort,
): Promise<ServedFromPort> {
  if (asked !== undefined) return serveOnLoopback(app, asked);
  const ports = [...Array.from({ length: tries }, (_, index) => usual + index), 0];
  for (const port of ports) {
    const server = await serveUnlessTaken(app, port);
    if (server) return port === usual ? server : { ...server, takenPort: usual };
  }
  return serveOnLoopback(app);
}

async function serveUnlessTaken(
  app: Hono<LoopbackEnv>,
  port: number,
): Promise<LoopbackServer | undefined> {
  try {
    return await serveOnLoopback(app, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return undefined;
    throw error;
  }
}
