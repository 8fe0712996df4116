import { hashContextId } from "@skill-call/call-context";
import { type Caller, hashSubject } from "../access/caller.ts";
import type { Ports } from "../ports.ts";
import type { AnyRoute } from "../routes/route.ts";

export interface Audited {
  readonly route: Pick<AnyRoute, "name" | "scope">;
  readonly caller: Caller;
  readonly contextId: string | undefined;
  /** `ok`, or the code of the problem. */
  readonly outcome: string;
}

/** Leaves one line about a request of a known caller: who, what, which context, when, and how it ended. */
export function audit(
  { route, caller, contextId, outcome }: Audited,
  { log, clock }: Pick<Ports, "log" | "clock">,
): void {
  log("info", "audit", {
    at: new Date(clock.now()).toISOString(),
    who: hashSubject(caller.subject),
    what: route.name,
    contextHash: contextId && hashContextId(contextId),
    unmasked: caller.scopes.has("call-context:read-pii"),
    outcome,
  });
}
