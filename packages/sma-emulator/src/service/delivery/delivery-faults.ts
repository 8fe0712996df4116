import type { Faults } from "@skill-call/emulation";
import type { EventType } from "@skill-call/pstn-audio";

/** What can befall an event on its way to the Lambda. */
export type DeliveryFault =
  /** It comes twice, at once; the first answer counts. */
  | { readonly kind: "duplicate" }
  /** It comes late. */
  | { readonly kind: "delay"; readonly ms: number }
  /** The Lambda runs, its answer never arrives. */
  | { readonly kind: "answer-lost" }
  /** The Lambda is not invoked at all, as when it is throttled. */
  | { readonly kind: "not-invoked" };

/** Faults to befall the events to come, each event type an `operation`; a repeated invocation counts anew. */
export type DeliveryFaults = Faults<DeliveryFault, EventType>;
