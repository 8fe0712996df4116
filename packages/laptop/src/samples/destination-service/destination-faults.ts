import type { Faults } from "@skill-call/emulation";

/** What can go wrong with one request. */
export type DestinationFault =
  | { readonly kind: "status"; readonly status: number }
  /** 200, but not the JSON that was promised. */
  | { readonly kind: "garbage" }
  /** 200 and JSON, but no number that can be called. */
  | { readonly kind: "unusable-number" }
  | { readonly kind: "delay"; readonly ms: number }
  | { readonly kind: "hang" }
  | { readonly kind: "connection-reset" };

export type DestinationFaults = Faults<DestinationFault>;
