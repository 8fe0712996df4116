import { isContextId } from "@skill-call/call-context";
import type { Context } from "hono";
import { ForbiddenError, NoContextError } from "../errors.ts";
import { follow } from "../live/follow.ts";
import type { Ports } from "../ports.ts";
import type { AnyRoute, RouteRequest } from "../routes/route.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { type Audited, audit } from "./audit.ts";
import { readBody } from "./read-body.ts";
import { requestErrorOf } from "./request-error-of.ts";
import { whoAsks } from "./who-asks.ts";

/** Serves one route, and leaves a line in the audit log however that ends. */
export function serveRoute(route: AnyRoute, ports: Ports) {
  return async (c: Context<AppEnvironment>): Promise<Response> => {
    const audited: Audited = { route, contextId: c.req.param("contextId"), outcome: "ok" };
    try {
      const request = await admitted(c, { route, audited, ports });
      const response = await respond(route, request, ports);
      if (route.scope === "call-context:read") ports.measure({ name: "ContextsRead" });
      return response;
    } catch (error) {
      audited.outcome = requestErrorOf(error).code;
      throw error;
    } finally {
      audit(audited, ports);
    }
  };
}

interface Admission {
  readonly route: AnyRoute;
  readonly audited: Audited;
  readonly ports: Ports;
}

/** Who asks, not too often, what they may, for what can be a context: in this order, so that nobody learns more. */
async function admitted(
  c: Context<AppEnvironment>,
  { route, audited, ports }: Admission,
): Promise<RouteRequest<unknown>> {
  const caller = await whoAsks(c, ports);
  audited.caller = caller;
  ports.limiter.take(caller.countedAs);
  if (!caller.scopes.has(route.scope)) throw new ForbiddenError(route.scope);
  const body = route.bodySchema && (await readBody(c.req.raw, route.bodySchema));
  if (route.contextIdIn) audited.contextId = route.contextIdIn(body);
  const contextId = existing(audited.contextId);
  return { contextId, body, caller, store: ports.store, signal: c.req.raw.signal };
}

/** @throws {NoContextError} when what was given cannot be one: nobody learns that it is not merely unknown */
function existing(contextId: string | undefined): string {
  if (!isContextId(contextId)) throw new NoContextError();
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
