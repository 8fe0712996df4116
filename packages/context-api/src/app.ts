import { faultFacts } from "@skill-call/telemetry";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { InternalError } from "./errors.ts";
import type { AppEnvironment } from "./http/app-environment.ts";
import { problemResponse } from "./http/problem.ts";
import { refuseOthers } from "./http/refuse-others.ts";
import { requestErrorOf } from "./http/request-error-of.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { serveRoute } from "./http/serve-route.ts";
import { measureRefusal } from "./metrics/measure-refusal.ts";
import { openApiDocument } from "./openapi/openapi-document.ts";
import type { Ports } from "./ports.ts";
import { routes } from "./routes/routes.ts";

const documentPath = "/openapi.json";
const pagePath = "/agent";

export type App = Hono<AppEnvironment>;

/** The context API: the same app in a Lambda and in a server of one's own. */
export function createApp(
  { corsAllowedOrigins }: { readonly corsAllowedOrigins: readonly string[] },
  ports: Ports,
): App {
  const app: App = new Hono();
  app.use(securityHeaders);
  if (corsAllowedOrigins.length > 0) app.use("/v1/*", crossOrigin(corsAllowedOrigins));
  for (const route of routes) app.on(route.method, route.path, serveRoute(route, ports));
  servePublic(app, ports);
  refuseOthers(app, { routes, openPaths: [documentPath, pagePath] }, ports);
  app.onError((error) => refuse(error, ports));
  return app;
}

/** What holds no context, and must open before its user has a token. */
function servePublic(app: App, { page }: Ports): void {
  const document = openApiDocument(routes);
  app.get(documentPath, (c) => c.json(document));
  app.get(pagePath, (c) =>
    c.html(page.html, 200, {
      "content-security-policy": page.contentSecurityPolicy,
      // A CRM of another origin could not open the next call in the same window otherwise.
      "cross-origin-opener-policy": "unsafe-none",
    }),
  );
}

function crossOrigin(origins: readonly string[]) {
  return cors({
    origin: [...origins],
    allowMethods: ["GET", "POST"],
    allowHeaders: ["authorization", "content-type"],
    exposeHeaders: ["retry-after"],
    maxAge: 3600,
  });
}

function refuse(error: Error, { log, measure, annotate }: Ports): Response {
  const refused = requestErrorOf(error);
  measureRefusal(refused, measure);
  annotate({ outcome: refused.code });
  const isFault = refused instanceof InternalError;
  if (refused.status >= 500) {
    log("error", "request.failed", {
      code: refused.code,
      ...faultFacts(isFault ? refused.cause : refused),
    });
  }
  return problemResponse(refused);
}
