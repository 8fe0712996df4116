import { isContextId } from "@skill-call/call-context";
import type { Context } from "hono";
import { ForbiddenError, NoContextError } from "../errors.ts";
import { follow } from "../live/follow.ts";
import type { Ports } from "../ports.ts";
import type { AnyRoute, RouteRequest } from "../routes/route.ts";
import { admit } from "./admit.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { audit } from "./audit.ts";
import { readBody } from "./read-body.ts";
import { requestErrorOf } from "./request-error-of.ts";

/** Serves one route: who asks, may they, what do they ask, the answer, and a line in the audit log. */
export function serveRoute(route: AnyRoute, ports: Ports) {
  return async (c: Context<AppEnvironment>): Promise<Response> => {
    const caller = await admit(c, ports);
    let contextId: string | undefined;
    let outcome = "ok";
    try {
      if (!caller.scopes.has(route.scope)) throw new ForbiddenError(route.scope);
      const body = route.bodySchema && (await readBody(c.req.raw, route.bodySchema));
      contextId = contextIdOf(route, c.req.param("contextId"), body);
      const { store } = ports;
      const request = { contextId, body, caller, store, signal: c.req.raw.signal };
      return await respond(route, request, ports);
    } catch (error) {
      outcome = requestErrorOf(error).code;
      throw error;
    } finally {
      audit({ route, caller, contextId, outcome }, ports);
    }
  };
}

/** @throws {NoContextError} when what was given cannot be one: nobody learns that it is not merely unknown */
function contextIdOf(route: AnyRoute, inPath: string | undefined, body: unknown): string {
  const contextId = route.contextIdIn ? route.contextIdIn(body) : inPath;
  if (!isContextId(contextId)) throw new NoContextError();
  return contextId;
}

async function respond(
  route: AnyRoute,
  request: RouteRequest<unknown>,
  { clock, pace }: Ports,
): Promise<Response> {
  const first = await route.answer(request);
  if (!route.isLive) return Response.json(first.body, { status: first.status });
  const read = () => route.answer(request);
  return follow({ first, read, clock, pace, signal: request.signal });
}
