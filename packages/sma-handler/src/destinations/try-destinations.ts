import type { CallContext } from "@skill-call/call-context";
import { type Destination, kindOf } from "@skill-call/call-routing";
import { errorFacts, nameOf } from "@skill-call/telemetry";
import type { CallState, Position } from "../call/call-state.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { claimMs, leastForRequestMs } from "../time/budgets.ts";
import type { Attempt, Connection } from "./attempt.ts";
import { destinationKinds } from "./destination-kinds.ts";

/** Where to go on with a list of destinations. */
export interface Search {
  readonly invocation: Invocation;
  readonly state: CallState;
  /** The first to be tried. */
  readonly from: Position;
  /** Where this invocation loaded it already. */
  readonly context?: CallContext;
  /** Begin with those that take no request: the caller has waited long enough. */
  readonly hurried?: boolean;
}

/** Finds the first destination that can be used; `undefined` when there is none. */
export async function tryDestinations(search: Search): Promise<Outcome | undefined> {
  for (const position of positions(search)) {
    const connection = await tryOne(position, search);
    if (connection) return routed(connection, position, search.state);
  }
  return undefined;
}

function routed({ action, meeting }: Connection, position: Position, state: CallState): Outcome {
  const { meeting: _left, ...rest } = state;
  return {
    name: "routed",
    actions: [action],
    state: { ...rest, phase: "trying", position, ...(meeting && { meeting }) },
  };
}

function positions({ invocation, from, hurried = false }: Search): readonly Position[] {
  const destinations = invocation.config.routes.destinationsOf(from.rule);
  const rest = destinations
    .map((destination, index) => ({ destination, index }))
    .slice(from.destination);
  const inOrder = hurried
    ? rest.toSorted(
        (a, b) => Number(needsRequest(a.destination)) - Number(needsRequest(b.destination)),
      )
    : rest;
  return inOrder.map(({ index }) => ({
    rule: from.rule,
    destination: index,
    attempt: index === from.destination ? from.attempt : 1,
  }));
}

async function tryOne(position: Position, search: Search): Promise<Connection | undefined> {
  const { invocation, state } = search;
  const destination = invocation.config.routes.destinationsOf(position.rule)[position.destination];
  if (!destination || isTooLate(destination, invocation)) return undefined;
  try {
    const context = () => contextOf(search);
    const connection = await connect(destination, { invocation, state, position, context });
    invocation.ports.measure({ name: "CallsRouted", destination: destination.type });
    invocation.ports.annotate({ destination: destination.type });
    return connection;
  } catch (error) {
    invocation.ports.log("warn", "destination.failed", {
      transactionId: invocation.event.transactionId,
      rule: position.rule,
      destination: position.destination,
      type: destination.type,
      ...errorFacts(error),
    });
    invocation.ports.measure({ name: "DestinationsFailed", cause: nameOf(error) });
    return undefined;
  }
}

function connect(destination: Destination, attempt: Attempt): Connection | Promise<Connection> {
  return kindOf(destination, destinationKinds).connect(destination, attempt);
}

function needsRequest(destination: Destination): boolean {
  return kindOf(destination, destinationKinds).needsRequest(destination);
}

function isTooLate(destination: Destination, { deadline }: Invocation): boolean {
  return needsRequest(destination) && deadline.left() < leastForRequestMs;
}

async function contextOf({ invocation, state, context }: Search): Promise<CallContext | undefined> {
  const { contextId, contextProblem } = state;
  if (context || contextId === undefined || contextProblem) return context;
  return invocation.deadline.within(claimMs, (signal) =>
    invocation.ports.store.get(contextId, { signal }),
  );
}
