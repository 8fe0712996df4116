import { ownHostOnly } from "@skill-call/call-console";
import { type LoopbackEnv, type LoopbackServer, serveOnLoopback } from "@skill-call/emulation";
import { Hono } from "hono";
import { watchForContext } from "./watch-for-context.ts";

export interface PageFrameOptions {
  /** Of the context API. */
  readonly url: string;
  /** The only origin whose pages may show it in a frame. */
  readonly framedBy: () => string;
  /** A call's context has gone to the page. */
  readonly onContext: (contextId: string) => void;
}

/** Where the page follows a call. */
const followed = /^\/v1\/contexts\/([\w.~-]+)\/events$/;

/** The context API under an origin of its own, as it is but for one thing: the console may show its page in a frame. */
export function servePageFrame(options: PageFrameOptions): Promise<LoopbackServer> {
  const { url, framedBy, onContext } = options;
  const app = new Hono<LoopbackEnv>();
  app.use(ownHostOnly);
  app.all("*", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const headers = new Headers(c.req.raw.headers);
    headers.delete("host");
    headers.delete("connection");
    const hasBody = c.req.method !== "GET" && c.req.method !== "HEAD";
    const answer = await fetch(`${url}${pathname}${search}`, {
      method: c.req.method,
      headers,
      ...(hasBody && { body: await c.req.arrayBuffer() }),
      signal: c.req.raw.signal,
    });
    const contextId = followed.exec(pathname)?.[1];
    const watched = contextId !== undefined && answer.ok;
    const body = watched
      ? answer.body?.pipeThrough(watchForContext(() => onContext(contextId)))
      : answer.body;
    return new Response(body, {
      status: answer.status,
      headers: framable(answer, framedBy()),
    });
  });
  return serveOnLoopback(app);
}

function framable({ headers }: Response, origin: string): Headers {
  const changed = new Headers(headers);
  const policy = headers.get("content-security-policy") ?? "";
  changed.set(
    "content-security-policy",
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origin}`),
  );
  changed.delete("x-frame-options");
  return changed;
}
