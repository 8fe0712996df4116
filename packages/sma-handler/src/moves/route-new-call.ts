import { hashContextId } from "@skill-call/call-context";
import { type CallState, type ContextProblem, newCall } from "../call/call-state.ts";
import { languageOf } from "../call/language.ts";
import type { LoadedContext } from "../call/load-context.ts";
import type { Config } from "../config/config.ts";
import { tryDestinations } from "../destinations/try-destinations.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { apologise } from "./apologise.ts";

/**
 * Whether the deployment takes no call without a context, and this is one. A call whose context could not be
 * asked for is none: it would be our fault, not the caller's.
 */
export function isRejected(
  problem: ContextProblem | undefined,
  { withoutContext }: Config,
): boolean {
  if (withoutContext === "otherwise" || problem === undefined) return false;
  return problem !== "store-unavailable";
}

/** Picks the call's rule and calls its first destination. */
export async function routeNewCall(
  loaded: LoadedContext,
  invocation: Invocation,
): Promise<Outcome> {
  // A process that has just begun may still be reading its routes; it did so while the context was claimed.
  await invocation.config.routes.ready();
  const state = startOf(loaded, invocation);
  const from = state.position;
  const found = await tryDestinations({
    invocation,
    state,
    from,
    hurried: loaded.outOfTime,
    ...(loaded.context && { context: loaded.context }),
  });
  return found.outcome ?? apologise({ ...invocation, state: found.state });
}

type RoutedState = CallState & Required<Pick<CallState, "position">>;

/** The state of a call that is about to be routed. */
export function startOf(loaded: LoadedContext, { event, config, ports }: Invocation): RoutedState {
  const { context, contextId, problem, userToUser } = loaded;
  const { rule, document } = config.routes.route(context);
  const { transactionId } = event;
  const contextHash = contextId && hashContextId(contextId);
  ports.log("info", "call.context", { transactionId, contextHash, problem, rule });
  return {
    ...newCall,
    ...(contextId !== undefined && { contextId }),
    ...(problem && { contextProblem: problem }),
    ...(userToUser !== undefined && { userToUser }),
    language: languageOf(context?.locale),
    position: { rule, destination: 0, attempt: 1, document },
  };
}
