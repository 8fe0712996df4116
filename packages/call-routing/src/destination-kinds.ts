import type { DestinationOf, DestinationType } from "./destination.ts";
import { DestinationNotServedError } from "./errors.ts";
import type { Served } from "./served-destinations.ts";

/** All that a handler knows of one type of destination. */
export interface DestinationKind<Type extends DestinationType, Attempt, Connection> {
  /** Why the handler's telephony service cannot serve it; a document that has it is refused with these words. */
  readonly refusal?: string;
  /** Whether connecting to it takes a request over the network first. */
  readonly needsRequest: (destination: DestinationOf<Type>) => boolean;
  /** @throws when the destination cannot be used; then the next one is tried */
  readonly connect: (
    destination: DestinationOf<Type>,
    attempt: Attempt,
  ) => Connection | Promise<Connection>;
}

/** One row for each type of destination: one that is missing does not compile. */
export type DestinationKinds<Attempt, Connection> = {
  readonly [Type in DestinationType]: DestinationKind<Type, Attempt, Connection>;
};

/** The row of a type that cannot be served, such as `a SIP media application has no queues`. */
export function refused(refusal: string): DestinationKind<DestinationType, unknown, never> {
  return {
    refusal,
    needsRequest: () => false,
    connect: ({ type }) => {
      throw new DestinationNotServedError(type, refusal);
    },
  };
}

/** The row of a destination. */
export function kindOf<Type extends DestinationType, Attempt, Connection>(
  destination: DestinationOf<Type>,
  kinds: DestinationKinds<Attempt, Connection>,
): DestinationKind<Type, Attempt, Connection> {
  return kinds[destination.type];
}

/** What a handler with these kinds can serve, as `readRoutes` takes it. */
export function servedBy(kinds: DestinationKinds<never, unknown>): Served {
  const served = (type: DestinationType) => kinds[type].refusal ?? true;
  return {
    "voice-connector": served("voice-connector"),
    pstn: served("pstn"),
    meeting: served("meeting"),
    queue: served("queue"),
  };
}
