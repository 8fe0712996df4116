import type { CallContext } from "@skill-call/call-context";
import { type Destination, kindOf } from "@skill-call/call-routing";
import { errorFacts, nameOf } from "@skill-call/telemetry";
import type { CallState, Position } from "../call/call-state.ts";
import { contextOfCall } from "../call/context-of-call.ts";
import { LateMeetingError } from "../errors.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { leastForRequestMs } from "../time/budgets.ts";
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

/** What a search came to: the first destination that can be used, if there is one, and what is known by then. */
export interface Found {
  readonly outcome?: Outcome;
  readonly state: CallState;
}

/** Finds the first destination that can be used. */
export async function tryDestinations(search: Search): Promise<Found> {
  let { state } = search;
  for (const position of positions(search)) {
    const tried = await tryOne(position, search);
    if (tried === "late-meeting") state = { ...state, lateMeeting: position };
    else if (tried !== "failed") return { outcome: routed(tried, position, state), state };
  }
  return { state };
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
  const destinations = invocation.config.routes.destinationsOf(from.rule, from.document);
  const rest = destinations
    .map((destination, index) => ({ destination, index }))
    .slice(from.destination);
  const inOrder = hurried
    ? rest.toSorted(
        (a, b) => Number(needsRequest(a.destination)) - Number(needsRequest(b.destination)),
      )
    : rest;
  return inOrder.map(({ index }) => ({
    ...from,
    destination: index,
    attempt: index === from.destination ? from.attempt : 1,
  }));
}

async function tryOne(
  position: Position,
  search: Search,
): Promise<Connection | "failed" | "late-meeting"> {
  const { invocation, state } = search;
  const { rule, document } = position;
  const destination = invocation.config.routes.destinationsOf(rule, document)[position.destination];
  if (!destination || isTooLate(destination, invocation)) return "failed";
  try {
    const context = async () => search.context ?? contextOfCall({ ...invocation, state });
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
    return error instanceof LateMeetingError ? "late-meeting" : "failed";
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
