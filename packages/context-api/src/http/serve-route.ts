import { createHash } from "node:crypto";
import { isContextId } from "@skill-call/call-context";
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { openFields } from "../agent-page/field-labels.ts";
import { ForbiddenError, InvalidRequestError, RequestError } from "../errors.ts";
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
    const request = await admitted(c, route, ports);
    const response = route.isLive
      ? await followed(route, { request, lastEventId: c.req.header("last-event-id") }, ports)
      : await answered(route, request, c);
    if (route.scope === "call-context:read") ports.measure({ name: "ContextsRead" });
    return response;
  };
}

/** Checks identity, then rate, then scope, then whether it can be a context: in this order, so that nobody learns more. */
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

async function answered(
  route: AnyRoute,
  request: RouteRequest<unknown>,
  c: Context<AppEnvironment>,
): Promise<Response> {
  const { body, status, startedIn } = await route.answer(request);
  c.get("audited").startedIn = startedIn;
  const { otherForms } = route;
  if (!otherForms) return Response.json(body, { status });
  const json = { mediaType: "application/json", of: (whole: object) => whole };
  const mediaType = accepts(c, {
    header: "Accept",
    supports: [json, ...otherForms].map((form) => form.mediaType),
    default: json.mediaType,
  });
  const form = otherForms.find((other) => other.mediaType === mediaType) ?? json;
  const headers = { "content-type": form.mediaType, vary: "Accept" };
  return new Response(JSON.stringify(form.of(body)), { status, headers });
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

/**
 * An `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07, where it is in quotes; many write it without) as an
 * ID that a note may have; a key with other characters is hashed.
 * @throws {InvalidRequestError} when it is empty, too long, or not printable
 */
function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) {
    const detail = "must be 1 to 255 printable ASCII characters";
    throw new InvalidRequestError([{ pointer: "Idempotency-Key", detail }]);
  }
  if (/^[A-Za-z0-9_-]{1,64}$/.test(key)) return key;
  return createHash("sha256").update(key).digest("hex");
}
