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
