import type { MiddlewareHandler } from "hono";
import type { AppEnvironment } from "./app-environment.ts";

/** Tells callers what they may still ask (draft-ietf-httpapi-ratelimit-headers-10). */
export const rateLimitHeaders: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  await next();
  const allowance = c.get("allowance");
  if (!allowance) return;
  const { quota, windowSeconds, remaining, resetSeconds } = allowance;
  c.res.headers.set("ratelimit-policy", `"caller";q=${quota};w=${windowSeconds}`);
  c.res.headers.set("ratelimit", `"caller";r=${remaining};t=${resetSeconds}`);
};
