import { randomUUID } from "node:crypto";
import { hashContextId, isContextId } from "@skill-call/call-context";
import { xRayTraceId } from "@skill-call/telemetry";
import type { MiddlewareHandler } from "hono";
import { type Caller, hashSubject } from "../access/caller.ts";
import { ForbiddenError, UnauthorizedError } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { AppEnvironment } from "./app-environment.ts";
import { requestErrorOf } from "./request-error-of.ts";

/** What is known of a request so far. */
export interface Audited {
  /** A route's name, `preflight`, `noRoute`, `otherMethod`; absent: what is open to everybody. */
  what?: string;
  /** Absent: the requester was not authenticated. */
  caller?: Caller;
  /** As it was sent: it may be none. */
  contextId?: string | undefined;
  /** `traceparent` of the context that was read. */
  startedIn?: string | undefined;
}

type AuditPorts = Pick<Ports, "log" | "annotate" | "clock">;

/**
 * Leaves one line about each request but for the pages that are open to everybody: who, what, which context, when, how it
 * ended, and why a token did not count.
 */
export function audit({ log, annotate, clock }: AuditPorts): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next();
    const { what, caller, contextId, startedIn } = c.get("audited");
    if (what === undefined) return;
    const contextHash = isContextId(contextId) ? hashContextId(contextId) : undefined;
    const outcome = c.error ? requestErrorOf(c.error).code : "ok";
    annotate({ event: what, contextHash, outcome, startedIn: xRayTraceId(startedIn) });
    log("info", "audit", {
      at: new Date(clock.now()).toISOString(),
      who: caller && hashSubject(caller.subject),
      what,
      contextHash,
      unmasked: caller?.scopes.has("call-context:read-pii") ?? false,
      outcome,
      why: whyOf(c.error),
      requestId: c.get("requestId"),
      // That of the access log, whatever the sender calls its request.
      gatewayRequestId: c.env?.gatewayRequestId,
      // The requester's trace.
      traceId: xRayTraceId(c.req.header("traceparent")),
    });
  };
}

function whyOf(error: Error | undefined): string | undefined {
  const isDenial = error instanceof UnauthorizedError || error instanceof ForbiddenError;
  return isDenial ? error.why : undefined;
}

/**
 * Names each request, in its answer and in the log: as its sender does (`X-Request-Id`), as API Gateway does, or anew.
 * It is the first to see a request, so it also opens what is noted of it.
 */
export const requestId: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  const given = c.req.header("x-request-id");
  const isUsable = given !== undefined && isHarmless(given) && !c.req.path.includes(given);
  const id = isUsable ? given : (c.env?.gatewayRequestId ?? randomUUID());
  c.set("requestId", id);
  c.set("audited", {});
  await next();
  c.res.headers.set("x-request-id", id);
};

/** A log holds it: so neither a phone number nor free text. */
function isHarmless(id: string): boolean {
  return /^[\w.~=/+-]{1,128}$/.test(id) && !/^\+?[\d.-]{5,20}$/.test(id);
}
