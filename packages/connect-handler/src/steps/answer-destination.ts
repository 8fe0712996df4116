import { encodeContextId } from "@skill-call/call-context";
import type { Destination } from "@skill-call/call-routing";
import type { AnswerValues } from "../answer.ts";
import { type LoadedContext, loadContext } from "../context/load-context.ts";
import { writeStatus } from "../context/write-status.ts";
import type { Invocation } from "../invocation.ts";
import { spoken } from "../words/spoken.ts";
import { destinationsFor } from "./destinations-for.ts";
import type { Outcome } from "./step.ts";

/** Sends the contact to the destination at `index` of its route, or apologises when there is none left. */
export async function answerDestination(index: number, invocation: Invocation): Promise<Outcome> {
  const { event, config, ports } = invocation;
  const loaded = await loadContext(invocation);
  if (index === 0) measureContext(loaded, invocation);
  const { context } = loaded;
  const { rule, destinations } = destinationsFor(context, invocation);
  const destination = destinations[index];
  if (destination) ports.measure({ name: "CallsRouted", destination: destination.type });
  else await writeStatus("failed", invocation);
  return {
    values: {
      ...spoken({ event, context, companyName: config.companyName }),
      ...valuesOf(destination),
      callerId: event.systemEndpoint?.address ?? event.queue?.outboundCallerId?.address,
      userToUser: context && encodeContextId(context.contextId),
      tried: String(index + 1),
    },
    ...("problem" in loaded && { contextProblem: loaded.problem }),
    facts: { rule, destination: index },
  };
}

/** Counts the contacts that come with their context, and those that come without, by reason. */
function measureContext(loaded: LoadedContext, { ports }: Invocation): void {
  ports.measure(
    "problem" in loaded
      ? { name: "ContextsMissing", reason: loaded.problem }
      : { name: "ContextsClaimed" },
  );
}

function valuesOf(destination: Destination | undefined): AnswerValues {
  if (destination?.type === "queue") return { route: "queue", queueArn: destination.arn };
  return destination?.type === "pstn" && "number" in destination
    ? { route: "pstn", number: destination.number }
    : { route: "none" };
}
