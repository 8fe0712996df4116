import { isContextId } from "@skill-call/call-context";
import type { Context } from "hono";
import { openFields } from "../agent-page/field-labels.ts";
import { ForbiddenError, RequestError } from "../errors.ts";
import { follow } from "../live/follow.ts";
import type { Ports } from "../ports.ts";
import type { AnyRoute, RouteRequest } from "../routes/route.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { readIdempotencyKey } from "./idempotency-key.ts";
import { readBody } from "./read-body.ts";
import { whoAsks } from "./who-asks.ts";

/** Serves one route. */
export function serveRoute(route: AnyRoute, ports: Ports) {
  return async (c: Context<AppEnvironment>): Promise<Response> => {
    c.get("audited").what = route.name;
    c.get("audited").contextId = c.req.param("contextId");
    const request = await admitted(c, route, ports);
    const response = route.isLive
      ? await followed(route, { request, lastEventId: c.req.header("last-event-id") }, ports)
      : await answered(route, request);
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
  const idempotencyKey = route.isIdempotent
    ? readIdempotencyKey(c.req.header("idempotency-key"))
    : undefined;
  if (route.contextIdIn) audited.contextId = route.contextIdIn(body);
  const contextId = existing(audited.contextId);
  const { signal } = c.req.raw;
  const sight = {
    whole: caller.scopes.has("call-context:read-pii"),
    openFields: openFields(ports.agent.labels),
  };
  return { contextId, body, idempotencyKey, caller, sight, store: ports.store, signal };
}

/** @throws {RequestError} context-api.not-found, when what was given cannot be one: nobody learns that it is not merely unknown */
function existing(contextId: string | undefined): string {
  if (!isContextId(contextId)) throw new RequestError("context-api.not-found");
  return contextId;
}

async function answered(route: AnyRoute, request: RouteRequest<unknown>): Promise<Response> {
  const { body, status } = await route.answer(request);
  return Response.json(body, { status });
}

interface FollowRequest {
  readonly request: RouteRequest<unknown>;
  readonly lastEventId: string | undefined;
}

async function followed(
  route: AnyRoute,
  { request, lastEventId }: FollowRequest,
  { clock, pace, log, streams }: Ports,
): Promise<Response> {
  const { signal, caller } = request;
  const read = () => route.answer(request);
  return follow({
    ...{ first: await read(), read, clock, pace, log, streams, signal, lastEventId },
    countedAs: caller.countedAs,
    until: caller.provedUntil,
  });
}
