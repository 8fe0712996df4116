import type { CallContext } from "@skill-call/call-context";
import type { Destination, RuleName } from "@skill-call/call-routing";
import type { Invocation } from "../invocation.ts";

/** Where a contact is tried, in order, and the rule that says so. */
export interface ContactRoute {
  readonly rule: RuleName;
  readonly destinations: readonly Destination[];
}

/**
 * The destinations of the rules, as far as the contact's channel has them, and the fallback queue last. A task cannot be
 * put through to a number.
 */
export function destinationsFor(
  context: CallContext | undefined,
  { event, table, config }: Invocation,
): ContactRoute {
  const { rule, destinations } = table.route(context);
  const reachable = destinations.filter(
    ({ type }) => event.channel === "VOICE" || type === "queue",
  );
  const fallback: Destination = { type: "queue", arn: config.fallbackQueueArn };
  const named = reachable.some((known) => known.type === "queue" && known.arn === fallback.arn);
  return { rule, destinations: named ? reachable : [...reachable, fallback] };
}
