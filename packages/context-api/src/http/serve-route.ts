import { isContextId } from "@skill-call/call-context";
import type { Context } from "hono";
import { ForbiddenError, RequestError } from "../errors.ts";
import { follow } from "../live/follow.ts";
import type { Ports } from "../ports.ts";
import type { AnyRoute, RouteRequest } from "../routes/route.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { readBody } from "./read-body.ts";
import { whoAsks } from "./who-asks.ts";

/** Serves one route. */
export function serveRoute(route: AnyRoute, ports: Ports) {
  return async (c: Context<AppEnvironment>): Promise<Response> => {
    c.get("audited").what = route.name;
    c.get("audited").contextId = c.req.param("contextId");
    const response = await respond(route, await admitted(c, route, ports), ports);
    if (route.scope === "call-context:read") ports.measure({ name: "ContextsRead" });
    return response;
  };
}

/** Who asks, not too often, what they may, for what can be a context: in this order, so that nobody learns more. */
async function admitted(
  c: Context<AppEnvironment>,
  route: AnyRoute,
  ports: Ports,
): Promise<RouteRequest<unknown>> {
  const audited = c.get("audited");
  const caller = await whoAsks(c, ports);
  if (!caller.scopes.has(route.scope)) throw new ForbiddenError(route.scope);
  const body = route.bodySchema && (await readBody(c.req.raw, route.bodySchema));
  if (route.contextIdIn) audited.contextId = route.contextIdIn(body);
  const contextId = existing(audited.contextId);
  return { contextId, body, caller, store: ports.store, signal: c.req.raw.signal };
}

/** @throws {RequestError} context-api.not-found, when what was given cannot be one: nobody learns that it is not merely unknown */
function existing(contextId: string | undefined): string {
  if (!isContextId(contextId)) throw new RequestError("context-api.not-found");
  return contextId;
}

async function respond(
  route: AnyRoute,
  request: RouteRequest<unknown>,
  { clock, pace, log }: Ports,
): Promise<Response> {
  const first = await route.answer(request);
  if (!route.isLive) return Response.json(first.body, { status: first.status });
  const { signal, caller } = request;
  const read = () => route.answer(request);
  return follow({ first, read, clock, pace, log, signal, until: caller.provedUntil });
}
