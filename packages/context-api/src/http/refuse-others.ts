import type { Context } from "hono";
import type { App } from "../app.ts";
import { MethodNotAllowedError, RequestError } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { AnyRoute } from "../routes/route.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { whoAsks } from "./who-asks.ts";

export interface Served {
  readonly routes: readonly AnyRoute[];
  /** Paths that open to everybody, by GET. */
  readonly openPaths: readonly string[];
}

/** Refuses what nothing before it serves: a wrong method with what would be right, a wrong path without. */
export function refuseOthers(app: App, { routes, openPaths }: Served, ports: Ports): void {
  for (const path of openPaths) {
    app.all(path, (c) => {
      c.get("audited").what = "otherMethod";
      throw new MethodNotAllowedError(["get"]);
    });
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
    app.all(
      path,
      refuseKnown({
        what: "otherMethod",
        refusal: () => new MethodNotAllowedError(methods),
        ports,
      }),
    );
  }
  // A route, not Hono's notFound: what that throws would pass the security headers by.
  app.all(
    "*",
    refuseKnown({
      what: "noRoute",
      refusal: () => new RequestError("context-api.no-route"),
      ports,
    }),
  );
}

interface Refusal {
  readonly what: string;
  readonly refusal: () => RequestError;
  readonly ports: Ports;
}

/** An unauthenticated client gets the same answer to every request. */
function refuseKnown({ what, refusal, ports }: Refusal) {
  return async (c: Context<AppEnvironment>): Promise<never> => {
    c.get("audited").what = what;
    c.get("audited").contextId = c.req.param("contextId");
    await whoAsks(c, ports);
    throw refusal();
  };
}
