import type { CallContext } from "../samples/contact-centre/contact-centre.ts";
import { skillClientId, smaNumber } from "../samples/sample-numbers.ts";

/** What a call carries of a context. */
export type PlannedContext =
  /** A new one, just stored. */
  | { readonly kind: "new"; readonly context: CallContext }
  /** A new one, too old by the time the call is placed. */
  | { readonly kind: "expired"; readonly context: CallContext }
  /** A new one that another call has used already. */
  | { readonly kind: "replayed"; readonly context: CallContext }
  /** One by its ID, whatever may be stored under it. */
  | { readonly kind: "known"; readonly contextId: string }
  /** A User-to-User header that nobody can decode. */
  | { readonly kind: "garbled" }
  | { readonly kind: "none" };

/** Who hangs up once they have talked; `caller-at-once` does while it still rings. */
export type HangsUp = "caller" | "callee" | "caller-at-once";

/** A call that is going to be placed straight at the SIP media application. */
export interface CallPlan {
  readonly from: string;
  readonly to: string;
  readonly context: PlannedContext;
  /** More headers of the INVITE; they go over those that the context brings. */
  readonly headers: Readonly<Record<string, string>>;
  /** The skill that has the call placed; undefined for a call that comes from a phone. */
  readonly skillClientId: string | undefined;
  /** The service rings the caller's phone (CreateSipMediaApplicationCall). */
  readonly callback: boolean;
  readonly hangsUp: HangsUp;
}

/** A call as an Alexa device would place it. */
export function skillCallPlan(context: CallContext, from: string): CallPlan {
  return {
    from,
    to: smaNumber,
    context: { kind: "new", context },
    headers: {},
    skillClientId,
    callback: false,
    hangsUp: "callee",
  };
}

/** The context that a flaw of it is about. */
export function contextOf({ context }: CallPlan): CallContext | undefined {
  return "context" in context ? context.context : undefined;
}
