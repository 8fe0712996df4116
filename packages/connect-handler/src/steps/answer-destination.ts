import { type CallContext, encodeContextId } from "@skill-call/call-context";
import { type Destination, kindOf, type RuleName } from "@skill-call/call-routing";
import type { AnswerValues } from "../answer.ts";
import { type LoadedContext, loadContext } from "../context/load-context.ts";
import { writeStatus } from "../context/write-status.ts";
import { destinationKinds } from "../destination-kinds.ts";
import type { Invocation } from "../invocation.ts";
import { spoken } from "../words/spoken.ts";
import type { Outcome } from "./step.ts";

/** Sends the contact to the destination at `index` of its route, or apologises when there is none left. */
export async function answerDestination(index: number, invocation: Invocation): Promise<Outcome> {
  const { event, config, ports } = invocation;
  const loaded = await loadContext(invocation);
  if (index === 0) measureContext(loaded, invocation);
  const { context } = loaded;
  // A process that has just begun may still be reading its routes; it did so while the context was claimed.
  await config.routes.ready();
  const { rule, destinations } = destinationsFor(context, invocation);
  const destination = destinations[index];
  if (destination) ports.measure({ name: "CallsRouted", destination: destination.type });
  else await writeStatus("failed", invocation);
  return {
    values: {
      ...spoken({ event, context, form: config.form }),
      ...(await valuesOf(destination)),
      callerId: event.systemEndpoint?.address ?? event.queue?.outboundCallerId?.address,
      userToUser: context && encodeContextId(context.contextId),
      tried: String(index + 1),
    },
    ...("problem" in loaded && { contextProblem: loaded.problem }),
    facts: { rule, destination: index },
  };
}

/** Counts the contacts that come with their context, those that a skill started and that lost it, and all others. */
function measureContext(loaded: LoadedContext, { event, ports }: Invocation): void {
  if (!("problem" in loaded)) ports.measure({ name: "ContextsClaimed" });
  else if (loaded.problem === "no-context-id" && event.initiationMethod !== "API")
    ports.measure({ name: "OrdinaryCalls" });
  else ports.measure({ name: "ContextsMissing", reason: loaded.problem });
}

function valuesOf(destination: Destination | undefined): AnswerValues | Promise<AnswerValues> {
  if (!destination) return { route: "none" };
  return kindOf(destination, destinationKinds).connect(destination, undefined);
}

/** Where a contact is tried, in order, and the rule that says so. */
interface ContactRoute {
  readonly rule: RuleName;
  readonly destinations: readonly Destination[];
}

/**
 * The destinations of the rules, as far as the contact's channel has them, and the fallback queue last. A task cannot be
 * put through to a number.
 */
function destinationsFor(
  context: CallContext | undefined,
  { event, config }: Invocation,
): ContactRoute {
  const { rule, destinations } = config.routes.route(context);
  const reachable = destinations.filter(
    ({ type }) => event.channel === "VOICE" || type === "queue",
  );
  const fallback: Destination = { type: "queue", arn: config.fallbackQueueArn };
  const named = reachable.some((known) => known.type === "queue" && known.arn === fallback.arn);
  return { rule, destinations: named ? reachable : [...reachable, fallback] };
}
