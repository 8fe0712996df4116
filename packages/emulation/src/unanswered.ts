import type { Context } from "hono";
import type { LoopbackEnv } from "./loopback-server.ts";

/** Leaves a request without an answer: for ever, or by breaking its connection. */
export function unanswered(
  c: Context<LoopbackEnv>,
  how: "hang" | "connection-reset",
): Promise<Response> {
  if (how === "connection-reset") c.env.incoming.socket.destroy();
  return new Promise<Response>(() => {});
}
