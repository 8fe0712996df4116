import { faultFacts } from "@skill-call/telemetry";
import { Hono, type MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { getPath } from "hono/utils/url";
import { RequestError } from "./errors.ts";
import type { AppEnvironment } from "./http/app-environment.ts";
import { audit } from "./http/audit.ts";
import { problemPath, problemResponse } from "./http/problem.ts";
import { problemPage } from "./http/problem-page.ts";
import { rateLimitHeaders } from "./http/rate-limit-headers.ts";
import { refuseOthers } from "./http/refuse-others.ts";
import { requestErrorOf } from "./http/request-error-of.ts";
import { requestId } from "./http/request-id.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { serveRoute } from "./http/serve-route.ts";
import { measureRefusal } from "./metrics/measure-refusal.ts";
import type { Ports } from "./ports.ts";
import { routes } from "./routes/routes.ts";

const documentPath = "/openapi.json";
const pagePath = "/agent";
/** For load balancers: it says that the app runs, and asks nobody else. */
const healthPath = "/health";

export type App = Hono<AppEnvironment>;

/** The context API: the same app in a Lambda and in a server of one's own. */
export function createApp(
  { corsAllowedOrigins }: { readonly corsAllowedOrigins: readonly string[] },
  ports: Ports,
): App {
  const app: App = new Hono({ getPath: pathOf });
  app.use(requestId, securityHeaders, rateLimitHeaders, audit(ports));
  if (corsAllowedOrigins.length > 0) app.use("/v1/*", crossOrigin(corsAllowedOrigins));
  for (const route of routes) app.on(route.method, route.path, serveRoute(route, ports));
  servePublic(app, ports);
  refuseOthers(
    app,
    { routes, openPaths: [documentPath, pagePath, healthPath, problemPath(":code")] },
    ports,
  );
  app.onError((error, c) => refuse(error, c.get("requestId"), ports));
  return app;
}

/** `/v1/contexts%3Alookup`, as some clients write it, is the same path (RFC 3986, section 6.2.2.2). */
function pathOf(request: Request): string {
  return getPath(request).replaceAll(/%3a/gi, ":");
}

/** What holds no context, and must open before its user has a token. */
function servePublic(app: App, { page, openApi }: Ports): void {
  app.get(documentPath, (c) => c.body(openApi, 200, { "content-type": "application/json" }));
  app.get(healthPath, (c) => c.json({ status: "ok" }));
  app.get(problemPath(":code"), (c) => {
    const found = problemPage(c.req.param("code") ?? "");
    if (!found) throw new RequestError("context-api.no-route");
    return c.html(found);
  });
  app.get(pagePath, (c) =>
    c.html(page.html, 200, {
      "content-security-policy": page.contentSecurityPolicy,
      // A CRM of another origin could not open the next call in the same window otherwise.
      "cross-origin-opener-policy": "unsafe-none",
    }),
  );
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
