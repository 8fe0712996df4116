import type { ContextProblem } from "../call/call-state.ts";
import type { Destination } from "../routing/routes.ts";

/** One thing that is counted or timed, in the words of the business; dashboards and alarms know these names. */
export type Metric =
  | { readonly name: "ContextsClaimed" }
  | { readonly name: "ContextsMissing"; readonly reason: ContextProblem }
  | { readonly name: "CallsRouted"; readonly destination: Destination["type"] }
  /** `cause` is an error's code or name, or the service's error type. */
  | { readonly name: "DestinationsFailed"; readonly cause: string }
  | { readonly name: "CallsConnected" }
  | { readonly name: "TimeToAnswer"; readonly milliseconds: number };
