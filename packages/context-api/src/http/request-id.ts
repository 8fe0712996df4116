import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { AppEnvironment } from "./app-environment.ts";

/**
 * Names each request, in its answer and in the log: as its sender does (`X-Request-Id`), as API Gateway does, or anew.
 * It is the first to see a request, so it also opens what is noted of it.
 */
export const requestId: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  const given = c.req.header("x-request-id");
  const isUsable = given !== undefined && isHarmless(given) && !c.req.path.includes(given);
  const id = isUsable ? given : (c.env?.gatewayRequestId ?? randomUUID());
  c.set("requestId", id);
  c.set("audited", {});
  await next();
  c.res.headers.set("x-request-id", id);
};

/** A log holds it: so neither a phone number nor free text. */
function isHarmless(id: string): boolean {
  return /^[\w.~=/+-]{1,128}$/.test(id) && !/^\+?[\d.-]{5,20}$/.test(id);
}
