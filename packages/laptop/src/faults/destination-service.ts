import type { DestinationFault } from "../samples/destination-service/destination-faults.ts";
import type { NamedFault } from "./named-fault.ts";

const fault = (name: string, sentence: string, injected: DestinationFault): NamedFault => ({
  name,
  sentence,
  reason: "order-status",
  arm: ({ faults }) => faults.destinationService.inject(injected),
});

export const destinationServiceFaults: readonly NamedFault[] = [
  fault("destination-down", "The destination service breaks every connection.", {
    kind: "connection-reset",
  }),
  fault("destination-error", "The destination service answers 503.", {
    kind: "status",
    status: 503,
  }),
  fault("destination-slow", "The destination service answers after 10 s.", {
    kind: "delay",
    ms: 10_000,
  }),
  fault("destination-hung", "The destination service never answers.", { kind: "hang" }),
  fault("destination-garbage", "The destination service answers a web page.", { kind: "garbage" }),
  fault("destination-unusable-number", "The destination service answers no number to call.", {
    kind: "unusable-number",
  }),
];
