import { Agent, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type Clock, systemClock } from "@skill-call/emulation";
import { type InvokeReply, readInvokeReply } from "./invoke-reply.ts";
import { type LambdaError, timedOut } from "./lambda-error.ts";
import type { InvocationEnd, LambdaFunction } from "./lambda-function.ts";

/** Lambda's longest time limit: a server behind HTTP keeps its own. */
const longestMs = 900_000;

export interface HttpLambdaOptions {
  /** Function name in the path: `function` for the runtime interface emulator, the resource's for SAM local. */
  readonly name: string;
  /** Such as `http://127.0.0.1:9000`. */
  readonly endpoint: string;
  /** How long an answer is waited for; 15 minutes without it. */
  readonly timeoutMs?: number;
  readonly clock?: Clock;
}

/**
 * A Lambda behind an endpoint in the shape of Lambda's Invoke API (API reference, Invoke), as the runtime interface
 * emulator and `sam local start-lambda` serve it.
 */
export function createHttpLambda(options: HttpLambdaOptions): LambdaFunction {
  const { name, endpoint, timeoutMs = longestMs, clock = systemClock } = options;
  const agent = new Agent();
  const url = new URL(`/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, endpoint);
  return {
    name,
    invoke: async (event) => {
      const startedAt = clock.now();
      const limit = new AbortController();
      const cancel = clock.after(timeoutMs, () => limit.abort());
      const body = JSON.stringify(event) ?? "null";
      const end = await post({ url, agent, body, signal: limit.signal })
        .then(readInvokeReply)
        .catch((error: unknown) => (limit.signal.aborted ? tooSlow(timeoutMs) : noReply(error)));
      cancel();
      return { ...end, durationMs: clock.now() - startedAt };
    },
    warm: () => reachable(url),
    close: async () => agent.destroy(),
  };
}

/** Whether somebody listens there at all. */
function reachable(url: URL): Promise<LambdaError | undefined> {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname, port })
      .once("connect", () => resolve(undefined))
      .once("connect", () => socket.destroy())
      .once("error", (error) => {
        const message = `nobody listens at ${url.host}: ${error.message}`;
        resolve({ errorType: "ServiceException", message });
      });
  });
}

interface Post {
  readonly url: URL;
  readonly agent: Agent;
  readonly body: string;
  readonly signal: AbortSignal;
}

async function post({ url, agent, body, signal }: Post): Promise<InvokeReply> {
  const headers = { "content-type": "application/json" };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { method: "POST", agent, headers, signal }, resolve)
      .once("error", reject)
      .end(body);
  });
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: await text(response),
  };
}

function tooSlow(limitMs: number): InvocationEnd {
  return { outcome: "timed-out", ...timedOut("unknown", limitMs) };
}

function noReply(error: unknown): InvocationEnd {
  const { code, message } = error as NodeJS.ErrnoException;
  return { outcome: "failed", errorType: "ServiceException", message: code ?? message };
}
