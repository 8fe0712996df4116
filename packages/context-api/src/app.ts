import { faultFacts } from "@skill-call/telemetry";
import { Hono, type MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { getPath } from "hono/utils/url";
import {
  announcedEnds,
  announceEnds,
  rateLimitHeaders,
  securityHeaders,
} from "./http/answer-headers.ts";
import type { AppEnvironment } from "./http/app-environment.ts";
import { audit, requestId } from "./http/audit.ts";
import { problemResponse } from "./http/problem.ts";
import { refuseOthers } from "./http/refuse-others.ts";
import { requestErrorOf } from "./http/request-error-of.ts";
import { serveOpenPages } from "./http/serve-open-pages.ts";
import { serveRoute } from "./http/serve-route.ts";
import { measureRefusal } from "./metrics/metric.ts";
import type { Ports } from "./ports.ts";
import { routes } from "./routes/routes.ts";

export type App = Hono<AppEnvironment>;

/** The context API: the same app in a Lambda and in a server of one's own. */
export function createApp(
  { corsAllowedOrigins }: { readonly corsAllowedOrigins: readonly string[] },
  ports: Ports,
): App {
  const app: App = new Hono({ getPath: pathOf });
  app.use(requestId, securityHeaders, rateLimitHeaders, announceEnds(announcedEnds), audit(ports));
  if (corsAllowedOrigins.length > 0) app.use("/v1/*", crossOrigin(corsAllowedOrigins));
  for (const route of routes) app.on(route.method, route.path, serveRoute(route, ports));
  const openPaths = serveOpenPages(app, ports);
  refuseOthers(app, { routes, openPaths }, ports);
  app.onError((error, c) => refuse(error, c.get("requestId"), ports));
  return app;
}

/** `/v1/contexts%3Alookup`, as some clients write it, is the same path (RFC 3986, section 6.2.2.2). */
function pathOf(request: Request): string {
  return getPath(request).replaceAll(/%3a/gi, ":");
}

function crossOrigin(origins: readonly string[]): MiddlewareHandler<AppEnvironment> {
  const answer = cors({
    origin: [...origins],
    allowMethods: ["GET", "POST"],
    allowHeaders: [
      ...["authorization", "content-type", "idempotency-key"],
      ...["last-event-id", "traceparent", "x-request-id"],
    ],
    exposeHeaders: [
      ...["retry-after", "www-authenticate", "x-request-id", "ratelimit", "ratelimit-policy"],
      ...["deprecation", "sunset", "link"],
    ],
    maxAge: 3600,
  });
  return (c, next) => {
    if (c.req.method === "OPTIONS") c.get("audited").what = "preflight";
    return answer(c, next);
  };
}

function refuse(error: Error, requestId: string, { log, measure }: Ports): Response {
  const refused = requestErrorOf(error);
  measureRefusal(refused, measure);
  const isFault = refused.code === "context-api.internal";
  if (refused.status >= 500) {
    log("error", "request.failed", {
      code: refused.code,
      requestId,
      ...faultFacts(isFault ? refused.cause : refused),
    });
  }
  return problemResponse(refused, requestId);
}
