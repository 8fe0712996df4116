import { hashContextId, isContextId } from "@skill-call/call-context";
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
}

type AuditPorts = Pick<Ports, "log" | "annotate" | "clock">;

/**
 * Leaves one line about each request but for the pages that are open to everybody: who, what, which context, when, how it
 * ended, and why a token did not count.
 */
export function audit({ log, annotate, clock }: AuditPorts): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next();
    const { what, caller, contextId } = c.get("audited");
    if (what === undefined) return;
    const contextHash = isContextId(contextId) ? hashContextId(contextId) : undefined;
    const outcome = c.error ? requestErrorOf(c.error).code : "ok";
    annotate({ event: what, contextHash, outcome });
    log("info", "audit", {
      at: new Date(clock.now()).toISOString(),
      who: caller && hashSubject(caller.subject),
      what,
      contextHash,
      unmasked: caller?.scopes.has("call-context:read-pii") ?? false,
      outcome,
      why: whyOf(c.error),
      requestId: c.get("requestId"),
    });
  };
}

function whyOf(error: Error | undefined): string | undefined {
  const isDenial = error instanceof UnauthorizedError || error instanceof ForbiddenError;
  return isDenial ? error.why : undefined;
}
