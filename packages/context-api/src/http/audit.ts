import { hashContextId, isContextId } from "@skill-call/call-context";
import { type Caller, hashSubject } from "../access/caller.ts";
import type { Ports } from "../ports.ts";
import type { AnyRoute } from "../routes/route.ts";

/** What is known of a request so far. */
export interface Audited {
  readonly route: Pick<AnyRoute, "name" | "scope">;
  /** Absent: it was not proved who asks. */
  caller?: Caller;
  /** As it was sent: it may be none. */
  contextId?: string | undefined;
  /** `ok`, or the code of the problem. */
  outcome: string;
}

/** Leaves one line about a request, also of a refused one: who, what, which context, when, and how it ended. */
export function audit(
  { route, caller, contextId, outcome }: Audited,
  { log, annotate, clock }: Pick<Ports, "log" | "annotate" | "clock">,
): void {
  const contextHash = isContextId(contextId) ? hashContextId(contextId) : undefined;
  annotate({ event: route.name, contextHash, outcome });
  log("info", "audit", {
    at: new Date(clock.now()).toISOString(),
    who: caller && hashSubject(caller.subject),
    what: route.name,
    contextHash,
    unmasked: caller?.scopes.has("call-context:read-pii") ?? false,
    outcome,
  });
}
