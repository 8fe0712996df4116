import type { MiddlewareHandler } from "hono";
import type { AppEnvironment } from "./app-environment.ts";

/** For every answer; the agent's page has a Content-Security-Policy of its own. */
const headers = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

export const securityHeaders: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  // It knows no list of origins; `frame-ancestors` does, and browsers that know that ignore this anyway.
  if (c.get("isFramable")) c.res.headers.delete("x-frame-options");
};

/** Tells callers what they may still ask (draft-ietf-httpapi-ratelimit-headers-10). */
export const rateLimitHeaders: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  await next();
  const allowance = c.get("allowance");
  if (!allowance) return;
  const { quota, windowSeconds, remaining, resetSeconds } = allowance;
  c.res.headers.set("ratelimit-policy", `"caller";q=${quota};w=${windowSeconds}`);
  c.res.headers.set("ratelimit", `"caller";r=${remaining};t=${resetSeconds}`);
};

/** The end of a part of the API, announced a year ahead. */
export interface AnnouncedEnd {
  /** What ends: every path that begins so, such as `/v1/`. */
  readonly path: string;
  /** When it was announced. */
  readonly since: Date;
  readonly until: Date;
  /** The page that says what comes instead. */
  readonly link: string;
}

/** Nothing ends. */
export const announcedEnds: readonly AnnouncedEnd[] = [];

/** Tells of an end on every answer of what ends (RFC 9745, section 2; RFC 8594, section 3). */
export function announceEnds(ends: readonly AnnouncedEnd[]): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next();
    const end = ends.find(({ path }) => c.req.path.startsWith(path));
    if (!end) return;
    c.res.headers.set("deprecation", `@${Math.floor(end.since.getTime() / 1000)}`);
    c.res.headers.set("sunset", end.until.toUTCString());
    c.res.headers.set("link", `<${end.link}>; rel="deprecation", <${end.link}>; rel="sunset"`);
  };
}
