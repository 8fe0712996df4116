import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { InternalError, NoRouteError, TooLargeError } from "./errors.ts";
import { admit } from "./http/admit.ts";
import type { AppEnvironment } from "./http/app-environment.ts";
import { problemResponse } from "./http/problem.ts";
import { requestErrorOf } from "./http/request-error-of.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { serveRoute } from "./http/serve-route.ts";
import { faultFacts } from "./log/error-facts.ts";
import { openApiDocument } from "./openapi/openapi-document.ts";
import type { Ports } from "./ports.ts";
import { routes } from "./routes/routes.ts";

/** The longest User-to-User header or note, several times over. */
const mostBodyBytes = 16 * 1024;

export type App = Hono<AppEnvironment>;

/** The context API: the same app in a Lambda and in a server of one's own. */
export function createApp(
  { corsAllowedOrigins }: { readonly corsAllowedOrigins: readonly string[] },
  ports: Ports,
): App {
  const app: App = new Hono();
  app.use(securityHeaders);
  if (corsAllowedOrigins.length > 0) app.use("/v1/*", crossOrigin(corsAllowedOrigins));
  app.use("/v1/*", bodyLimit({ maxSize: mostBodyBytes, onError: refuseBody }));
  for (const route of routes) app.on(route.method, route.path, serveRoute(route, ports));
  servePublic(app, ports);
  // A route, not Hono's notFound: what that throws would pass the security headers by.
  app.all("*", async (c) => {
    // Who is not known learns nothing of what there is.
    await admit(c, ports);
    throw new NoRouteError();
  });
  app.onError((error) => refuse(error, ports));
  return app;
}

/** What holds no context, and must open before its user has a token. */
function servePublic(app: App, { page }: Ports): void {
  const document = openApiDocument(routes);
  app.get("/openapi.json", (c) => c.json(document));
  app.get("/agent", (c) =>
    c.html(page.html, 200, { "content-security-policy": page.contentSecurityPolicy }),
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

function refuseBody(): never {
  throw new TooLargeError(mostBodyBytes);
}

function refuse(error: Error, { log }: Pick<Ports, "log">): Response {
  const refused = requestErrorOf(error);
  const isFault = refused instanceof InternalError;
  if (refused.status >= 500) {
    log("error", "request.failed", {
      code: refused.code,
      ...faultFacts(isFault ? refused.cause : refused),
    });
  }
  return problemResponse(refused);
}
